import { normalizeRecoveryCode } from './normalize-recovery-code.ts'
import { ownMembers } from './own-member.ts'
import { readVerification, type Verification } from './read-verification.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'
import type { RecoveryCodeFormat } from './recovery-code-format.ts'
import {
  assertUsable,
  resolveTransport,
  type NoSecret,
  type RecoveryCodeTransport,
} from './transport.ts'

/** An identifier, never fetched: http, not https. */
export const RECOVERY_CODE_GRANT_TYPE =
  'http://auth0.com/oauth/grant-type/mfa-recovery-code' as const

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
  return postRecoveryCode(normalizeRecoveryCode(request.recoveryCode, request.format), request)
}

/** {@link verifyRecoveryCode}, for a code that is normalised: it is sent as it is. */
export function postRecoveryCode(
  recoveryCode: string,
  request: Omit<VerifyRecoveryCodeRequest, 'recoveryCode'>,
): Promise<Verification> {
  const { transport, mfaToken, now } = request
  assertUsable(request)
  const { url, clientId, credentials } = ownMembers(resolveTransport(transport))
  const body = new URLSearchParams({
    grant_type: RECOVERY_CODE_GRANT_TYPE,
    ...(clientId !== undefined && { client_id: clientId }),
    mfa_token: mfaToken,
    recovery_code: recoveryCode,
  })
  const send = async (): Promise<Verification> => {
    const init = ownMembers<RequestInit>({
      method: 'POST',
      body,
      cache: 'no-store',
      // 307 and 308 would post the code to another URL.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      credentials,
    })
    const response = await (transport.fetch ?? fetch)(url, init)
    return readVerification(response, now)
  }
  return send().catch(() => ({ outcome: 'unknown', error: new RecoveryCodeError('network') }))
}
