import { ownMember, ownString, parseJson } from './own-member.ts'
import { readBody, type ReadBody } from './read-body.ts'
import { readMfaRequired, type MfaRequired } from './read-mfa-required.ts'
import { readRefusal } from './read-refusal.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'

/**
 * The token endpoint's answer under its wire names, without the recovery code. Passed on unchecked: validate the
 * `id_token` where you use it.
 */
export interface TokenSet {
  readonly access_token: string
  /** As sent; `Bearer` if absent. */
  readonly token_type: string
  readonly id_token?: string
  readonly refresh_token?: string
  readonly scope?: string
  /** Seconds. */
  readonly expires_in?: number
}

/** How a verification ended. Two of the four cases hold secrets: keep it out of logs and caches. */
export type Verification =
  /**
   * Signed in. `tokens` is absent if a handler keeps them, `newRecoveryCode` if the tenant does not rotate. `receipt` is
   * set if a handler holds the answer, so that it can be read again.
   */
  | {
      readonly outcome: 'verified'
      readonly tokens?: TokenSet
      readonly newRecoveryCode?: string
      readonly receipt?: string
    }
  /**
   * The code was used and nobody is signed in: the answer was cut off after the code, or the handler answered
   * `session: false`. `later` is only set if the answer stalled after the code: it resolves when the rest arrives or
   * the connection ends.
   */
  | {
      readonly outcome: 'unfinished'
      readonly newRecoveryCode?: string
      readonly receipt?: string
      readonly error: RecoveryCodeError
      readonly later?: Promise<Verification>
    }
  /**
   * The server refused. The code was not spent, unless `error.codeMayBeSpent`. `next` if another factor is required.
   */
  | {
      readonly outcome: 'refused'
      readonly error: RecoveryCodeError
      readonly next?: MfaRequired
    }
  /** No usable answer: the code may be spent. */
  | { readonly outcome: 'unknown'; readonly error: RecoveryCodeError }

/** A complete member on the wire: a cut-off value has no closing quote, so it doesn't match. */
const CUT_OFF_CODE = /"recovery_code"\s*:\s*"([A-Za-z0-9-]{4,128})"/

/**
 * Reads any answer of the token endpoint, or of this package's handler, as a {@link Verification}: a readable new code
 * is never dropped because something else in the answer is odd. Reads at most 64 KB, resolves as soon as the answer is
 * complete, and rescues a complete `recovery_code` or `error` from one that was cut off or stalled for three seconds.
 * Never rejects.
 *
 * @param response The answer; its body is read.
 * @param now Epoch milliseconds, for a wait the server gives as a date. Default `Date.now`.
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export function readVerification(
  response: Response,
  now: () => number = Date.now,
): Promise<Verification> {
  return new Promise((resolve, reject) => {
    const receivedAt = now()
    const later = readBody(response, (read) => {
      const answer = readAnswer(response, read, receivedAt)
      if (answer.outcome !== 'unknown')
        resolve(answer.outcome === 'unfinished' ? { ...answer, later } : answer)
    }).then((read) => readAnswer(response, read, receivedAt))
    later.then(resolve, reject)
  })
}

function readAnswer(response: Response, read: ReadBody, now: number): Verification {
  const body = parseJson(read.text)
  // A test's stub may have neither `ok` nor `status`.
  if (response.ok ?? !(response.status >= 400)) return readSuccess(response.status, body, read.text)
  const error = readRefusal(response, read, now)
  // A refusal by the tenant is an answer; the other four leave open whether the code was used.
  if (error.codeMayBeSpent && error.code !== 'access-denied') return { outcome: 'unknown', error }
  const next = error.code === 'another-factor' ? readMfaRequired(body) : undefined
  return { outcome: 'refused', error, ...(next && { next }) }
}

function readSuccess(status: number, body: unknown, text: string): Verification {
  const newRecoveryCode =
    ownString(body, 'recovery_code') ??
    (body === undefined ? CUT_OFF_CODE.exec(text)?.[1] : undefined)
  const receipt = ownString(body, 'receipt')
  const shared = {
    ...(newRecoveryCode !== undefined && { newRecoveryCode }),
    ...(receipt !== undefined && { receipt }),
  }
  const tokens = readTokens(body)
  const session = ownMember(body, 'session')
  if (session !== false && (tokens !== undefined || session === true))
    return { outcome: 'verified', ...(tokens && { tokens }), ...shared }
  const error = new RecoveryCodeError('invalid-response', { status })
  return newRecoveryCode !== undefined || session === false
    ? { outcome: 'unfinished', ...shared, error }
    : { outcome: 'unknown', error }
}

function readTokens(body: unknown): TokenSet | undefined {
  const access_token = ownString(body, 'access_token')
  if (access_token === undefined) return undefined
  const id_token = ownString(body, 'id_token')
  const refresh_token = ownString(body, 'refresh_token')
  const scope = ownString(body, 'scope')
  const expires_in = ownMember(body, 'expires_in')
  return {
    access_token,
    token_type: ownString(body, 'token_type') ?? 'Bearer',
    ...(id_token !== undefined && { id_token }),
    ...(refresh_token !== undefined && { refresh_token }),
    ...(scope !== undefined && { scope }),
    ...(typeof expires_in === 'number' &&
      expires_in >= 0 &&
      expires_in < Infinity && { expires_in }),
  }
}
