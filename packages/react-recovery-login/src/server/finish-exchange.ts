import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { answerError, type NextFactor } from './answer-error.ts'
import type { Answer } from './answer.ts'
import { tell, type HostCallback } from './host-callbacks.ts'
import { inTime } from './in-time.ts'
import type { Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { sessionHeaders } from './session-headers.ts'

/** What an exchange started with. */
export interface Exchange {
  readonly submission: Submission
  readonly request: Request
  readonly options: RecoveryCodeHandlerOptions
}

/**
 * Makes the browser's answer: the host makes the session or stores the next factor, and the new code is sent whatever
 * happens there.
 */
export async function finishExchange(
  verification: Verification,
  exchange: Exchange,
): Promise<Answer> {
  const { request, options } = exchange
  const { outcome } = verification
  if (outcome === 'refused' || outcome === 'unknown') {
    const next = outcome === 'refused' ? verification.next : undefined
    const kept = next && options.resolveMfaToken ? await keepNext(next, exchange) : next
    tell(options.onEvent, { type: outcome, code: verification.error.code })
    return answerError(verification.error, kept)
  }
  const { newRecoveryCode } = verification
  const tokens = outcome === 'verified' ? verification.tokens : undefined
  const headers =
    tokens &&
    (await headersOf('onTokens', options, (signal) => options.onTokens(tokens, request, signal)))
  const type = headers ? 'verified' : 'unfinished'
  tell(options.onEvent, { type, rotated: newRecoveryCode !== undefined })
  return {
    status: 200,
    // The code first: if this answer is cut off too, the browser can still rescue it.
    body: { recovery_code: newRecoveryCode, session: headers !== undefined },
    headers,
  }
}

/** A browser that holds a handle gets no mfa token: the handle now stands for the next one. */
async function keepNext(
  next: MfaRequired,
  { submission: { mfaToken: handle }, request, options }: Exchange,
): Promise<NextFactor | undefined> {
  const keep = options.onAnotherFactor
  if (keep === undefined) return undefined
  const headers = await headersOf('onAnotherFactor', options, () => keep(next, request, handle))
  return headers && { ...next, mfaToken: handle, headers }
}

/** The headers a callback returns; undefined if it fails, is late, or returns some that can't be sent. */
async function headersOf(
  callback: HostCallback,
  { onEvent }: RecoveryCodeHandlerOptions,
  call: (signal: AbortSignal) => HeadersInit | void | Promise<HeadersInit | void>,
): Promise<Headers | undefined> {
  try {
    const given = await inTime(async (signal) => call(signal))
    return sessionHeaders(given, (bytes) => tell(onEvent, { type: 'large-headers', bytes }))
  } catch {
    tell(onEvent, { type: 'callback-failed', callback })
    return undefined
  }
}
