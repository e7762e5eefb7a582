import { hostClock } from '../host/host-clock.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { sendRecoveryCode, type SentRecoveryCode } from '../protocol/send-recovery-code.ts'

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
  request: SentRecoveryCode,
  onSilence: (event: 'slow' | 'silent') => void,
): Promise<Answered> {
  const verification = ask(request)
  const timers = [
    setTimeout(() => onSilence('slow'), SLOW),
    setTimeout(() => onSilence('silent'), SILENT),
  ]
  return verification.then(async (arrived) => {
    timers.forEach(clearTimeout)
    // Such a handler refused it for its fourth parameter, and sent nothing.
    return ownMembers(request).repeat === 'send' && holdsNothing(arrived.answer)
      ? ask({ ...request, repeat: undefined })
      : arrived
  })
}

/** @throws RecoveryCodeError `misused`, before anything is sent. */
export function ask(request: SentRecoveryCode): Promise<Answered> {
  const now = hostClock(request.now)
  return sendRecoveryCode({ ...request, now }).then((answer) => ({
    answer: ownMembers(answer),
    receivedAt: now(),
  }))
}

/** Whether a repeat was refused by a handler that holds no answers, or doesn't know about them. */
export function holdsNothing(answer: Verification): boolean {
  return (
    answer.outcome === 'refused' &&
    answer.error.status === 400 &&
    answer.error.oauthError === 'invalid_request'
  )
}
