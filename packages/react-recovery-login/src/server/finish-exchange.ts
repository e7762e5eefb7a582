import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { answerError, type NextFactor } from './answer-error.ts'
import type { Answer } from './answer.ts'
import { tell, type HostCallback } from './host-callbacks.ts'
import { inTime } from './in-time.ts'
import type { Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { sessionHeaders } from './session-headers.ts'

/** What an exchange was begun with. */
export interface Exchange {
  readonly submission: Submission
  readonly request: Request
  readonly options: RecoveryCodeHandlerOptions
}

/** The browser's answer: the host has the session made, or keeps the next factor, and the new code goes out whatever it does. */
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
    // The code first: if this answer is cut off in turn, the browser can still rescue it.
    body: { recovery_code: newRecoveryCode, session: headers !== undefined },
    headers,
  }
}

/** A browser that holds a handle gets no mfa token: from now on its handle stands for the next one. */
async function keepNext(
  next: MfaRequired,
  { submission: { mfaToken: handle }, request, options }: Exchange,
): Promise<NextFactor | undefined> {
  const keep = options.onAnotherFactor
  if (keep === undefined) return undefined
  const headers = await headersOf('onAnotherFactor', options, () => keep(next, request, handle))
  return headers && { ...next, mfaToken: handle, headers }
}

/** What a callback gives to be sent; undefined if it fails, is late, or gives what can't be sent. */
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
