import { useEffect, useState, useSyncExternalStore } from 'react'
import { hostClock } from '../host/host-clock.ts'
import { captureBindings, type Capture } from './capture-bindings.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import { createEnrolment } from './create-enrolment.ts'
import { Secret } from './secret.ts'
import { useCaptureState } from './use-capture-state.ts'

export interface RecoveryCodeCaptureOptions extends CaptureOptions {
  /** From `recovery_codes` of `/mfa/associate`, or from wherever a code was made. */
  readonly newRecoveryCode: string
  /** Once, after the person has confirmed. A rejection keeps everything and lets the person try again. */
  readonly onConfirm: () => void | Promise<void>
  /** What happened, without a secret. Telling the owner that a code was made belongs to the server that made it. */
  readonly onEvent?: ((event: CaptureEvent) => void) | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * The capture alone: an enrolment page, with the code of `/mfa/associate`. Gives the whole props of
 * `NewRecoveryCodeNotice` and `SaveConfirmation`, and holds the leave guard until the save is confirmed.
 * Only for a code that was fetched in the browser: a page that a server renders with it would carry it in its HTML.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export function useRecoveryCodeCapture(options: RecoveryCodeCaptureOptions): Capture {
  const { newRecoveryCode, now, onConfirm } = options
  const begin = () => createEnrolment(new Secret(newRecoveryCode), hostClock(now)())
  const [enrolment, setEnrolment] = useState(begin)
  const { capture, turn, read, subscribe, guard } = enrolment
  // Another code is another capture: nothing that was confirmed for the one counts for the other.
  if (capture.newRecoveryCode.reveal() !== newRecoveryCode) setEnrolment(begin())
  const finishing = useSyncExternalStore(subscribe, read, read)
  const state = useCaptureState(capture)
  useEffect(guard, [guard])
  const { confirmBy, site, account, fileName, fileText, platform, format, labels, onEvent } =
    options
  // Each by its name, so that the handlers keep no code.
  return captureBindings(capture, state, {
    confirmBy,
    site,
    account,
    fileName,
    fileText,
    platform,
    format,
    labels,
    onEvent,
    turn,
    occasion: 'enrolled',
    late: false,
    finishing,
    onConfirm: () => void enrolment.finish(onConfirm),
  })
}
