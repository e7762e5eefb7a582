import { ownMembers } from './own-member.ts'

/** What went wrong, as a stable string to switch on. `docs/errors.md` has a heading for each. */
export type RecoveryCodeErrorCode = keyof typeof kinds

/**
 * Safe to log: it carries no body, cause, code or token, and `toJSON` returns the same fields. `message` is for
 * developers; the person sees a label chosen by `code`.
 *
 * @see RFC 6749 §5.2 (the wire's `error`)
 */
export class RecoveryCodeError extends Error {
  override readonly name = 'RecoveryCodeError'
  readonly code: RecoveryCodeErrorCode
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined
  /** The wire's `error`, if it was a plain OAuth error code. */
  readonly oauthError: string | undefined
  /** Milliseconds to wait, 1,000 to 3,600,000, if the server said. */
  readonly retryAfter: number | undefined
  /** Why the handler sent nothing: the `reason` of its `request-refused` event. Only with `not-sent`. */
  readonly reason: string | undefined

  constructor(code: RecoveryCodeErrorCode, details: RecoveryCodeErrorDetails = {}) {
    const { message, status, oauthError, retryAfter, reason } = ownMembers(details)
    const [maybeSpent, text] = kinds[code]
    const spent = maybeSpent ? ' The code may be used up.' : ''
    super(`react-recovery-login: ${message ?? text}${spent}`)
    this.code = code
    this.status = status
    this.oauthError = oauthError
    this.retryAfter = retryAfter
    this.reason = reason
  }

  /** Whether the old code may be used although no new one was read. */
  get codeMayBeSpent(): boolean {
    return kinds[this.code][0]
  }

  /** What a logger gets. */
  toJSON(): RecoveryCodeErrorJson {
    const { name, message, code, status, oauthError, retryAfter, reason, codeMayBeSpent } = this
    return { name, message, code, status, oauthError, retryAfter, reason, codeMayBeSpent }
  }
}

/** The fields of a logged {@link RecoveryCodeError}. */
export type RecoveryCodeErrorJson = Pick<
  RecoveryCodeError,
  'name' | 'message' | 'code' | 'status' | 'oauthError' | 'retryAfter' | 'reason' | 'codeMayBeSpent'
>

export interface RecoveryCodeErrorDetails {
  readonly status?: number | undefined
  readonly oauthError?: string | undefined
  readonly retryAfter?: number | undefined
  readonly reason?: string | undefined
  /** Replaces the code's own text. Never from the wire. */
  readonly message?: string | undefined
}

/** A mistake in the options: what happened, why it matters, what to do. */
export function misused(what: string, why: string, instead: string): RecoveryCodeError {
  return new RecoveryCodeError('misused', { message: `${what}. ${why}. ${instead}.` })
}

/**
 * Whether the code may be used, and the message, short because every page loads it: `docs/errors.md` has the rest. What
 * a handler answers is in `server/answer-error.ts`, what the person sees next in `challenge/next-state.ts`: neither
 * compiles if a code is missing there.
 */
const kinds = {
  'code-rejected': [
    false,
    'The code was refused: mistyped, used, replaced, or none enrolled. Ask for another code or method.',
  ],
  'rate-limited': [false, 'Too many attempts. Wait `retryAfter`, or six minutes if absent.'],
  'sign-in-expired': [false, 'The mfa token is no longer valid. Start the sign-in again.'],
  'another-factor': [false, 'Another factor is required. Go on with `next`.'],
  'access-denied': [true, 'The tenant refused the sign-in. Look at its Actions and logs.'],
  'not-enabled': [
    false,
    'The client cannot use this grant. Enable it, and check credentials and origins.',
  ],
  'not-sent': [false, 'Your handler refused the request and sent nothing. Look at `reason`.'],
  network: [true, 'The request failed. Check the connection, CORS and the endpoint.'],
  'server-error': [true, 'The server failed. Let the person decide whether to retry.'],
  'invalid-response': [true, 'Not an OAuth answer. Look at what sits between.'],
  'no-answer': [true, 'No answer yet. Wait: a late one still counts.'],
  misused: [false, 'An option is wrong.'],
} as const
