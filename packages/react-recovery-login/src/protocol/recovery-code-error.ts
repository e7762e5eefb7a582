import { ownMembers } from './own-member.ts'

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
  /** Why the handler sent nothing, as a word: the same as in its event `request-refused`. With `not-sent` alone. */
  readonly reason: string | undefined

  constructor(code: RecoveryCodeErrorCode, details: RecoveryCodeErrorDetails = {}) {
    const { message, status, oauthError, retryAfter, reason } = ownMembers(details)
    const spent = MAY_BE_SPENT.has(code) ? ' The code may be used up.' : ''
    super(`react-recovery-login: ${message ?? messages[code]}${spent}`)
    this.code = code
    this.status = status
    this.oauthError = oauthError
    this.retryAfter = retryAfter
    this.reason = reason
  }

  /** Whether the old code may be used up although no new one was read. */
  get codeMayBeSpent(): boolean {
    return MAY_BE_SPENT.has(this.code)
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

/** Short, because every page carries them: `docs/errors.md` has the rest. */
const messages = {
  'code-rejected':
    'The code was refused: mistyped, used, replaced, or none enrolled. Ask for another code or method.',
  'rate-limited': 'Too many tries. Wait `retryAfter`, or six minutes where it is absent.',
  'sign-in-expired': 'The mfa token is no longer good. Start the sign-in again.',
  'another-factor': 'One more factor is asked for. Go on with `next`.',
  'access-denied': 'The tenant refused the sign-in. Look at its Actions and logs.',
  'not-enabled': 'The client cannot use this grant. Enable it, and check credentials and origins.',
  'not-sent': 'Your handler refused the request and sent nothing. Look at `reason`.',
  network: 'The request failed. Check the connection, CORS and the endpoint.',
  'server-error': 'The server failed. Let the person decide about another try.',
  'invalid-response': 'Not an OAuth answer. Look at what stands between.',
  'no-answer': 'No answer yet. Wait: a late one is taken.',
  misused: 'An option is wrong.',
} as const

const MAY_BE_SPENT: ReadonlySet<RecoveryCodeErrorCode> = new Set([
  'network',
  'server-error',
  'invalid-response',
  'no-answer',
  'access-denied',
])
