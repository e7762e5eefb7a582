import { normalizeRecoveryCode } from './normalize-recovery-code.ts'
import type { Verification } from './read-verification.ts'
import type { RecoveryCodeFormat } from './recovery-code-format.ts'
import { sendRecoveryCode } from './send-recovery-code.ts'
import type { NoSecret, RecoveryCodeTransport } from './transport.ts'

export interface VerifyRecoveryCodeRequest extends NoSecret {
  readonly transport: RecoveryCodeTransport
  /** From the 403 `mfa_required`, or an opaque handle that your handler resolves. */
  readonly mfaToken: string
  /** As typed; normalised before it is sent. */
  readonly recoveryCode: string
  /** Default Auth0's: 24 characters. */
  readonly format?: RecoveryCodeFormat | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * One form-encoded POST, sent before this returns, with no retry, time-out or abort, because the answer holds the only
 * copy of the new code. Resolves, never rejects.
 *
 * @throws RecoveryCodeError `misused`, synchronously and before anything is sent, for a mistake in the options.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/challenge-with-recovery-codes
 */
export function verifyRecoveryCode(request: VerifyRecoveryCodeRequest): Promise<Verification> {
  const recoveryCode = normalizeRecoveryCode(request.recoveryCode, request.format)
  return sendRecoveryCode({ ...request, recoveryCode })
}
