import { hostClock } from '../host/host-clock.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { Verification } from '../protocol/read-verification.ts'
import {
  postRecoveryCode,
  type VerifyRecoveryCodeRequest,
} from '../protocol/verify-recovery-code.ts'

/** Milliseconds after which the screen says that it is still working; after which, that it doesn't know. */
const SLOW = 10_000
const SILENT = 30_000

/** An answer, the code it is for, and when it came, in epoch milliseconds. */
export interface Answered {
  readonly answer: Verification
  readonly sent: string
  readonly receivedAt: number
}

/** Sends a flow's codes, one at a time. */
export interface Sender {
  isSending(): boolean
  /**
   * One POST. Call it only if nothing is being sent.
   *
   * @param recoveryCode Normalised.
   * @param keep Takes the answer as the lock opens.
   * @returns What `keep` makes of it.
   * @throws RecoveryCodeError `misused`, before anything is sent.
   */
  send<Kept>(
    recoveryCode: string,
    options: Omit<VerifyRecoveryCodeRequest, 'recoveryCode' | 'mfaToken'>,
    keep: (answered: Answered) => Kept,
  ): Promise<Kept>
}

/**
 * @param mfaToken Kept only in this closure.
 * @param onSilence Called while no answer comes.
 */
export function createSender(
  mfaToken: string,
  onSilence: (event: { readonly type: 'slow' | 'silent' }) => void,
): Sender {
  let sending = false
  return {
    isSending: () => sending,
    send(recoveryCode, options, keep) {
      const now = hostClock(options.now)
      // Lock before calling anyone, the host's `fetch` included: it may submit again during the call.
      sending = true
      let verification: Promise<Verification>
      try {
        verification = postRecoveryCode(recoveryCode, { ...options, mfaToken, now })
      } catch (error) {
        // Nothing was sent.
        sending = false
        throw error
      }
      const timers = [
        setTimeout(() => onSilence({ type: 'slow' }), SLOW),
        setTimeout(() => onSilence({ type: 'silent' }), SILENT),
      ]
      return verification.then((answer) => {
        timers.forEach(clearTimeout)
        const receivedAt = now()
        sending = false
        return keep({ answer: ownMembers(answer), sent: recoveryCode, receivedAt })
      })
    },
  }
}
