import { ownMembers } from '../protocol/own-member.ts'
import { readVerification, type Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { inTime } from './in-time.ts'

/** The request to the token endpoint. */
export interface TokenRequest {
  /** Holds secrets. */
  readonly body: URLSearchParams
  readonly headers: HeadersInit
}

/**
 * The one POST, without a time-out or AbortSignal: the browser may be gone, but the answer holds the only copy of the
 * new code. Never rejects.
 *
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export async function requestTokens(
  endpoint: URL,
  request: TokenRequest,
  send: typeof fetch,
): Promise<Verification> {
  try {
    // A redirect would post the secret elsewhere. Not every server runtime knows `error`, `cache` and `credentials`.
    const init = ownMembers<RequestInit>({ method: 'POST', redirect: 'manual', ...request })
    const answer = ownMembers(await readVerification(await send(endpoint, init)))
    if (answer.outcome !== 'unfinished') return answer
    // If the connection stalls after the code, wait for the tokens as long as for a session: three seconds of silence
    // and ten for each of the two stay below the thirty after which the browser reports no answer.
    const rest = await inTime(async () => answer.later).catch(() => undefined)
    return rest?.outcome === 'verified' ? ownMembers(rest) : answer
  } catch {
    return { outcome: 'unknown', error: new RecoveryCodeError('network') }
  }
}
