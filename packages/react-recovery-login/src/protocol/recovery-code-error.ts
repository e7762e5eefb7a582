/** What went wrong, as a stable word to switch on. `docs/errors.md` has a heading for each. */
export type RecoveryCodeErrorCode = keyof typeof messages

/**
 * Safe to log: it carries no body, no cause, no code and no token, and `toJSON` gives the same fields. `message` is
 * for developers; the person sees a label chosen by `code`.
 *
 * @see RFC 6749 §5.2 (the wire's `error`)
 */
export class RecoveryCodeError extends Error {
  override readonly name = 'RecoveryCodeError'
  readonly code: RecoveryCodeErrorCode
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined
  /** The wire's `error`, where it was a plain OAuth error code. */
  readonly oauthError: string | undefined
  /** Milliseconds to wait, 1,000 to 3,600,000, where the server named them. */
  readonly retryAfter: number | undefined

  constructor(code: RecoveryCodeErrorCode, details: RecoveryCodeErrorDetails = {}) {
    super(`react-recovery-login: ${details.message ?? messages[code]}`)
    this.code = code
    this.status = details.status
    this.oauthError = details.oauthError
    this.retryAfter = details.retryAfter
  }

  /** Whether the old code may be used up although no new one was read. */
  get codeMayBeSpent(): boolean {
    return MAY_BE_SPENT.has(this.code)
  }

  /** What a logger gets. */
  toJSON(): RecoveryCodeErrorJson {
    const { name, message, code, status, oauthError, retryAfter, codeMayBeSpent } = this
    return { name, message, code, status, oauthError, retryAfter, codeMayBeSpent }
  }
}

/** The fields of a logged {@link RecoveryCodeError}. */
export type RecoveryCodeErrorJson = Pick<
  RecoveryCodeError,
  'name' | 'message' | 'code' | 'status' | 'oauthError' | 'retryAfter' | 'codeMayBeSpent'
>

export interface RecoveryCodeErrorDetails {
  readonly status?: number | undefined
  readonly oauthError?: string | undefined
  readonly retryAfter?: number | undefined
  /** In place of the code's own text. Never from the wire. */
  readonly message?: string
}

/** A mistake in the options: what happened, why it matters, what to do. */
export function misused(what: string, why: string, instead: string): RecoveryCodeError {
  return new RecoveryCodeError('misused', { message: `${what}. ${why}. ${instead}.` })
}

const messages = {
  'code-rejected':
    'The recovery code was refused. It is mistyped, already used, or the account has none: the server does not tell them apart. Ask for another code or another method.',
  'rate-limited':
    'Too many failed tries. Auth0 allows ten an hour per user. Wait `retryAfter` milliseconds, or six minutes where it is absent.',
  'sign-in-expired':
    'The mfa token is expired, malformed, or was issued to another client. Start the sign-in again to get a new one.',
  'another-factor':
    'The server asks for one more factor (`mfa_required`). Go on with the next mfa token, which stands on the verification.',
  'access-denied':
    'The tenant refused the sign-in after the recovery code was checked, so the code may be used up. Look at the tenant’s Actions and logs.',
  'not-enabled':
    'The client cannot use this grant. Enable the MFA grant and recovery codes, and check the client id, its credentials and the allowed origins.',
  network:
    'The request failed before an answer was read, so the code may be used up. Check the connection, CORS and the endpoint; never resend by yourself.',
  'server-error':
    'The server failed while it held the code, so the code may be used up. Let the person decide whether to try again.',
  'invalid-response':
    'The answer was not a token response or an OAuth error, so the code may be used up. Look at what stands between the page and the endpoint.',
  'no-answer':
    'No answer came in time; the request is still open and a late answer is taken. The code may be used up.',
  misused: 'An option is wrong.',
} as const

const MAY_BE_SPENT: ReadonlySet<RecoveryCodeErrorCode> = new Set([
  'network',
  'server-error',
  'invalid-response',
  'no-answer',
  'access-denied',
])
