import { useEffect, useRef, useState } from 'react'
import { reportToHost } from '../host/call-host.ts'
import { hostClock } from '../host/host-clock.ts'
import { useLatest } from '../host/use-latest.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import { guardLeaving } from './guard-leaving.ts'
import { Secret } from './secret.ts'
import { useCapture, type Capture } from './use-capture.ts'

interface Finishing {
  readonly of?: Secret | undefined
  readonly is: 'no' | 'running' | 'failed' | 'done'
}

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
  const { newRecoveryCode, now } = options
  const latest = useLatest(options)
  const begin = () => ({ box: new Secret(newRecoveryCode), at: hostClock(now)() })
  const [issued, setIssued] = useState(begin)
  const [finishing, setFinishing] = useState<Finishing>({ is: 'no' })
  const confirmed = useRef<Secret>(undefined)
  // Another code is another capture: nothing that was confirmed for the one counts for the other.
  if (issued.box.reveal() !== newRecoveryCode) setIssued(begin())
  const { box, at } = issued
  const stage = finishing.of === box ? finishing.is : 'no'
  const unsaved = stage === 'no' || stage === 'failed'
  const release = useRef<() => void>(undefined)
  // Set anew by each end of a confirmation, too: one that fails at once is not rendered as running.
  useEffect(() => (release.current = unsaved ? guardLeaving() : undefined), [unsaved, finishing])

  const finish = async () => {
    if (confirmed.current === box) return
    confirmed.current = box
    // The end of an earlier code's confirmation says nothing about this one.
    const become = (is: Finishing['is']) => {
      if (confirmed.current === box) setFinishing({ of: box, is })
    }
    become('running')
    // Before the host is called: it may end the page with another document.
    release.current?.()
    try {
      await latest.current.onConfirm()
      become('done')
    } catch (error) {
      become('failed')
      if (confirmed.current === box) confirmed.current = undefined
      reportToHost(error)
    }
  }

  return useCapture({
    ...options,
    newRecoveryCode: box,
    occasion: 'enrolled',
    late: false,
    issuedAt: at,
    busy: stage === 'running' || stage === 'done',
    failed: stage === 'failed',
    onConfirm: () => void finish(),
  })
}
