import { ownMembers } from '../protocol/own-member.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { RecoveryCodeError, RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import type { Answer } from './answer.ts'

const UNKNOWN = [502, 'server_error'] as const

/** One status and `error` a meaning, chosen so that `readVerification` in the browser reads the same meaning back. */
const wire: Readonly<Record<RecoveryCodeErrorCode, readonly [number, string]>> = {
  'code-rejected': [403, 'invalid_grant'],
  'sign-in-expired': [401, 'expired_token'],
  'rate-limited': [429, 'too_many_attempts'],
  'another-factor': [403, 'mfa_required'],
  'access-denied': [403, 'access_denied'],
  'not-enabled': [403, 'unauthorized_client'],
  network: UNKNOWN,
  'server-error': UNKNOWN,
  'invalid-response': UNKNOWN,
  'no-answer': UNKNOWN,
  misused: UNKNOWN,
}

/**
 * Passes a refusal on, or 502 where nobody knows what became of the code. Nothing of the server's own text goes along.
 *
 * @param next What another factor is proven with; left out where the browser must not hold an mfa token.
 */
export function answerError(error: RecoveryCodeError, next?: MfaRequired): Answer {
  const [status, word] = wire[error.code]
  const { mfaToken, challenge } = ownMembers<Partial<MfaRequired>>(next ?? {})
  const wait = error.retryAfter
  return {
    status,
    body: {
      error: word,
      mfa_token: mfaToken,
      mfa_requirements: challenge && { challenge: challenge.map((type) => ({ type })) },
    },
    headers: wait === undefined ? undefined : { 'retry-after': `${Math.ceil(wait / 1000)}` },
  }
}
