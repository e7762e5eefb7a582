import { ownMembers } from './own-member.ts'
import { postForm } from './post-form.ts'
import { readVerification, type Verification } from './read-verification.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'
import { assertUsable, type RecoveryCodeTransport } from './transport.ts'

/** An identifier, never fetched: http, not https. */
export const RECOVERY_CODE_GRANT_TYPE =
  'http://auth0.com/oauth/grant-type/mfa-recovery-code' as const

export interface SentRecoveryCode {
  readonly transport: RecoveryCodeTransport
  readonly mfaToken: string
  /** Normalised. */
  readonly recoveryCode: string
  /**
   * For a handler with held answers. `look`: only reads the answer to the same request. `send`: the person's own further
   * attempt. A form parameter, so a handler that holds nothing refuses the request before it sends anything.
   */
  readonly repeat?: 'look' | 'send' | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/**
 * One form-encoded POST, sent before this returns, with no retry, time-out or abort, because the answer holds the only
 * copy of the new code. Resolves, never rejects.
 *
 * @throws RecoveryCodeError `misused`, synchronously and before anything is sent, for a mistake in the options.
 */
export function sendRecoveryCode(request: SentRecoveryCode): Promise<Verification> {
  const { transport, mfaToken, recoveryCode, repeat, now } = ownMembers(request)
  assertUsable(request)
  const form = {
    grant_type: RECOVERY_CODE_GRANT_TYPE,
    ...(transport.endpoint === undefined && { client_id: transport.clientId }),
    mfa_token: mfaToken,
    recovery_code: recoveryCode,
    ...(repeat && { repeat }),
  }
  return postForm(transport, form)
    .then((response) => readVerification(response, now))
    .catch(() => ({ outcome: 'unknown', error: new RecoveryCodeError('network') }))
}
