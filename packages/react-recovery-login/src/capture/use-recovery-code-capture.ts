import { useEffect, useState, useSyncExternalStore } from 'react'
import { hostClock } from '../host/host-clock.ts'
import { captureBindings, type Capture } from './capture-bindings.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import { createEnrolment } from './create-enrolment.ts'
import { Secret } from './secret.ts'
import { useCaptureState } from './use-capture-state.ts'

export interface RecoveryCodeCaptureOptions extends CaptureOptions {
  /** From `recovery_codes` of `/mfa/associate`, or from wherever the code was made. */
  readonly newRecoveryCode: string
  /** Called once, after the person confirms. If it rejects, everything is kept and the person can try again. */
  readonly onConfirm: () => void | Promise<void>
  /** What happened, without secrets. Notifying the owner that a code was made is up to the server that made it. */
  readonly onEvent?: ((event: CaptureEvent) => void) | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * The capture on its own, for an enrolment page with the code from `/mfa/associate`. Returns the complete props of
 * `NewRecoveryCodeNotice` and `SaveConfirmation`, and keeps the leave guard until the save is confirmed. Only for a
 * code fetched in the browser: a server-rendered page would contain it in its HTML.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export function useRecoveryCodeCapture(options: RecoveryCodeCaptureOptions): Capture {
  const { newRecoveryCode, now, onConfirm } = options
  const create = () => createEnrolment(new Secret(newRecoveryCode), hostClock(now)())
  const [enrolment, setEnrolment] = useState(create)
  const { capture, turn, read, subscribe, guard } = enrolment
  // A new code gets a new capture: nothing confirmed for the last one counts for it.
  if (capture.newRecoveryCode.reveal() !== newRecoveryCode) setEnrolment(create())
  const finishing = useSyncExternalStore(subscribe, read, read)
  const state = useCaptureState(capture)
  useEffect(guard, [guard])
  const { confirmBy, site, account, fileName, fileText, platform, format, labels, onEvent } =
    options
  // Named one by one, so that no handler keeps the code.
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
    onConfirm: () => enrolment.finish(onConfirm),
  })
}
