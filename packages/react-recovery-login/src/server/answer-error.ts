import { ownMembers } from '../protocol/own-member.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { RecoveryCodeError, RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import type { Answer } from './answer.ts'

/** Nobody knows whether the code was used. */
export const UNKNOWN_STATUS = 502

const UNKNOWN = [UNKNOWN_STATUS, 'server_error'] as const

/** A status and `error` for each code, chosen so that `readVerification` in the browser reads the same meaning back. */
const wire: Readonly<Record<RecoveryCodeErrorCode, readonly [number, string]>> = {
  'code-rejected': [403, 'invalid_grant'],
  'sign-in-expired': [401, 'expired_token'],
  'rate-limited': [429, 'too_many_attempts'],
  'another-factor': [403, 'mfa_required'],
  'access-denied': [403, 'access_denied'],
  'not-enabled': [403, 'unauthorized_client'],
  'not-sent': UNKNOWN,
  network: UNKNOWN,
  'server-error': UNKNOWN,
  'invalid-response': UNKNOWN,
  'no-answer': UNKNOWN,
  misused: UNKNOWN,
}

/** The mfa token, or its handle. */
export type NextFactor = MfaRequired & Partial<Pick<Answer, 'headers'>>

/**
 * Passes a refusal on, or 502 if the code's fate is unknown. None of the server's own text is included.
 *
 * @param next The mfa token for another factor, as far as the browser may hold it, and the headers that store the rest.
 */
export function answerError(error: RecoveryCodeError, next?: NextFactor): Answer {
  const [status, oauthError] = wire[error.code]
  const { mfaToken, challenge, headers } = ownMembers<Partial<NextFactor>>(next ?? {})
  const all = new Headers(headers)
  if (error.retryAfter !== undefined)
    all.set('retry-after', `${Math.ceil(error.retryAfter / 1000)}`)
  return {
    status,
    body: {
      error: oauthError,
      mfa_token: mfaToken,
      mfa_requirements: challenge && { challenge: challenge.map((type) => ({ type })) },
    },
    headers: all,
  }
}
