import { ownMembers } from './own-member.ts'

/** What went wrong, as a stable word to switch on. `docs/errors.md` has a heading for each. */
export type RecoveryCodeErrorCode = keyof typeof kinds

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
  /** Why the handler sent nothing, as a word: the same as in its event `request-refused`. With `not-sent` alone. */
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

  /** Whether the old code may be used up although no new one was read. */
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
  /** In place of the code's own text. Never from the wire. */
  readonly message?: string | undefined
}

/** A mistake in the options: what happened, why it matters, what to do. */
export function misused(what: string, why: string, instead: string): RecoveryCodeError {
  return new RecoveryCodeError('misused', { message: `${what}. ${why}. ${instead}.` })
}

/**
 * Whether the code may be used up, and the message, short because every page carries it: `docs/errors.md` has the rest.
 * What a handler answers is in `server/answer-error.ts`, and what the person sees next in `challenge/next-state.ts`:
 * neither compiles if it forgets a code of this list.
 */
const kinds = {
  'code-rejected': [
    false,
    'The code was refused: mistyped, used, replaced, or none enrolled. Ask for another code or method.',
  ],
  'rate-limited': [false, 'Too many tries. Wait `retryAfter`, or six minutes where it is absent.'],
  'sign-in-expired': [false, 'The mfa token is no longer good. Start the sign-in again.'],
  'another-factor': [false, 'One more factor is asked for. Go on with `next`.'],
  'access-denied': [true, 'The tenant refused the sign-in. Look at its Actions and logs.'],
  'not-enabled': [
    false,
    'The client cannot use this grant. Enable it, and check credentials and origins.',
  ],
  'not-sent': [false, 'Your handler refused the request and sent nothing. Look at `reason`.'],
  network: [true, 'The request failed. Check the connection, CORS and the endpoint.'],
  'server-error': [true, 'The server failed. Let the person decide about another try.'],
  'invalid-response': [true, 'Not an OAuth answer. Look at what stands between.'],
  'no-answer': [true, 'No answer yet. Wait: a late one is taken.'],
  misused: [false, 'An option is wrong.'],
} as const
