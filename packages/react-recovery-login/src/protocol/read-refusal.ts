import { ownString, parseJson } from './own-member.ts'
import type { ReadBody } from './read-body.ts'
import { readWait } from './read-wait.ts'
import { RecoveryCodeError, type RecoveryCodeErrorCode } from './recovery-code-error.ts'

/**
 * What an `error` means; the first matching row wins. Auth0's own SDKs tell the meanings of one `error` apart by its
 * description, so this does too; if Auth0 rewords one, the meaning of the bare `error` applies.
 */
const meanings: readonly (readonly [
  code: RecoveryCodeErrorCode,
  errors: readonly string[],
  description?: RegExp,
])[] = [
  ['sign-in-expired', ['invalid_grant'], /malformed mfa_token/i],
  ['rate-limited', ['invalid_grant'], /\b(?:attempts|limit)\b/i],
  ['sign-in-expired', ['invalid_request'], /mfa_token not issued to this client/i],
  ['code-rejected', ['access_denied'], /mfa authorization rejected/i],
  ['not-enabled', ['access_denied'], /^unauthorized$/i],
  ['code-rejected', ['invalid_grant', 'invalid_recovery_code']],
  [
    'sign-in-expired',
    [
      'expired_token',
      'invalid_token',
      'mfa_token_expired',
      'mfa_token_invalid',
      'mfa_context_not_found',
    ],
  ],
  ['another-factor', ['mfa_required']],
  ['rate-limited', ['too_many_attempts', 'too_many_requests']],
  ['server-error', ['server_error', 'temporarily_unavailable']],
  [
    'not-enabled',
    [
      'invalid_request',
      'invalid_client',
      'invalid_dpop_proof',
      'unauthorized_client',
      'unsupported_grant_type',
      'unsupported_challenge_type',
      'association_required',
      'use_dpop_nonce',
    ],
  ],
]

/**
 * A complete member of the outermost object: in a cut-off body, the `error` of a nested object would not be about the
 * code. The description may be cut off; its opening quote is captured, so it can't pass for a complete one.
 */
const CUT_OFF_ERROR = /^\s*\{[^{}[\]]*?"error"\s*:\s*"([a-z_]{3,64})"/
const CUT_OFF_DESCRIPTION = /"error_description"\s*:\s*("[^"]*)/

/**
 * Reads a non-2xx answer as an error. Sources disagree on Auth0's statuses, so 429 decides first, then `error`, with
 * the description as a tie-break, and the status last.
 *
 * @param now Epoch milliseconds, for a wait the server gives as a date.
 */
export function readRefusal(
  response: Response,
  { text, whole }: ReadBody,
  now: number,
): RecoveryCodeError {
  const { status, headers } = response
  const body = parseJson(text) ?? {
    error: CUT_OFF_ERROR.exec(text)?.[1],
    error_description: CUT_OFF_DESCRIPTION.exec(text)?.[1],
  }
  // RFC 6749 allows more characters, but every known error uses only these; an echoed code or token has others.
  const oauthError = /^[a-z_]{3,64}$/.exec(ownString(body, 'error') ?? '')?.[0]
  const reason = /^[a-z-]{3,64}$/.exec(ownString(body, 'not_sent') ?? '')?.[0]
  const description = ownString(body, 'error_description') ?? ''
  const code = reason === undefined ? classify(status, oauthError, description, whole) : 'not-sent'
  return new RecoveryCodeError(code, {
    status,
    oauthError,
    retryAfter: readWait(headers, now),
    reason,
  })
}

function classify(
  status: number,
  oauthError: string | undefined,
  description: string,
  whole: boolean,
): RecoveryCodeErrorCode {
  if (status === 429) return 'rate-limited'
  if (status >= 500 || status === 408 || status === 425) return 'server-error'
  if (status < 400) return 'invalid-response'
  const meaning = meanings.find(
    ([, errors, wording]) =>
      errors.includes(oauthError ?? '') && (wording?.test(description) ?? true),
  )
  if (meaning !== undefined) return meaning[0]
  // A complete answer without an OAuth error never reached the grant: nothing is there (404, 405), or a firewall or a
  // refused origin (403).
  if (whole && (status === 404 || status === 405)) return 'not-enabled'
  if (oauthError === undefined) return status === 403 && whole ? 'not-enabled' : 'invalid-response'
  // `access_denied`, `unauthorized`, or a custom error of the tenant (an Action may set one): after the code was
  // checked.
  return 'access-denied'
}
