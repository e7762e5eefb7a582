'use client'
import { useEffect, useRef, useState } from 'react'
import { reportToHost } from '../host/call-host.ts'
import { hostClock } from '../host/host-clock.ts'
import { useLatest } from '../host/use-latest.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import { guardLeaving } from './guard-leaving.ts'
import { useCapture, type Capture } from './use-capture.ts'

export interface RecoveryCodeCaptureOptions extends CaptureOptions {
  /** From `recovery_codes` of `/mfa/associate`, or from wherever a code was made. */
  readonly newRecoveryCode: string
  /** Once, after the person has confirmed. A rejection keeps everything and lets the person try again. */
  readonly onConfirm: () => void | Promise<void>
  readonly onEvent?: (event: CaptureEvent) => void
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number
}

/**
 * The capture alone: an enrolment page, with the code of `/mfa/associate`. Gives the whole props of
 * `NewRecoveryCodeNotice` and `SaveConfirmation`, and holds the leave guard until the confirmation is done.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export function useRecoveryCodeCapture(options: RecoveryCodeCaptureOptions): Capture {
  const { newRecoveryCode, now } = options
  const latest = useLatest(options)
  const [finishing, setFinishing] = useState<'no' | 'running' | 'failed' | 'done'>('no')
  const [issuedAt] = useState(hostClock(now))
  const running = useRef(false)
  const unsaved = finishing !== 'done'
  useEffect(() => (unsaved ? guardLeaving() : undefined), [unsaved])

  const finish = async () => {
    if (running.current || !unsaved) return
    running.current = true
    setFinishing('running')
    try {
      await latest.current.onConfirm()
      setFinishing('done')
    } catch (error) {
      setFinishing('failed')
      reportToHost(error)
    } finally {
      running.current = false
    }
  }

  return useCapture({
    ...options,
    newRecoveryCode: { reveal: () => newRecoveryCode },
    occasion: 'enrolled',
    late: false,
    issuedAt,
    busy: finishing === 'running' || finishing === 'done',
    failed: finishing === 'failed',
    onConfirm: () => void finish(),
  })
}
