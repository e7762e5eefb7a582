import { hostClock } from '../host/host-clock.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { Verification } from '../protocol/read-verification.ts'
import {
  verifyRecoveryCode,
  type VerifyRecoveryCodeRequest,
} from '../protocol/verify-recovery-code.ts'

/** Milliseconds after which the screen says that it is still working; after which, that it doesn't know. */
const SLOW = 10_000
const SILENT = 30_000

/** An answer, and when it came, in epoch milliseconds. */
export interface Answered {
  readonly answer: Verification
  readonly receivedAt: number
}

/**
 * The POST of one submit.
 *
 * @param onSilence Called while no answer comes.
 * @throws RecoveryCodeError `misused`, before anything is sent.
 */
export function sendOnce(
  request: VerifyRecoveryCodeRequest,
  onSilence: (event: { readonly type: 'slow' | 'silent' }) => void,
): Promise<Answered> {
  const now = hostClock(request.now)
  const verification = verifyRecoveryCode({ ...request, now })
  const timers = [
    setTimeout(() => onSilence({ type: 'slow' }), SLOW),
    setTimeout(() => onSilence({ type: 'silent' }), SILENT),
  ]
  return verification.then((answer) => {
    timers.forEach(clearTimeout)
    return { answer: ownMembers(answer), receivedAt: now() }
  })
}
