import { ownMembers } from '../protocol/own-member.ts'
import { readVerification, type Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { inTime } from './in-time.ts'

/** What goes to the token endpoint. */
export interface TokenRequest {
  /** Holds secrets. */
  readonly body: URLSearchParams
  readonly headers: HeadersInit
}

/**
 * The one POST. It has no time-out and no AbortSignal: whoever posted the code may be gone, but the answer holds the
 * only copy of the new one. Never rejects.
 *
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export async function requestTokens(
  endpoint: URL,
  request: TokenRequest,
  send: typeof fetch,
): Promise<Verification> {
  try {
    // A redirect would post the secret elsewhere. `error`, `cache` and `credentials` are not known on every server.
    const init = ownMembers<RequestInit>({ method: 'POST', redirect: 'manual', ...request })
    const answer = ownMembers(await readVerification(await send(endpoint, init)))
    if (answer.outcome !== 'unfinished') return answer
    // The tokens behind a code where the line stalls are waited for as long as for a session: three seconds of silence and
    // ten for each of the two are less than the thirty after which the browser says that there is no answer.
    const rest = await inTime(async () => answer.later).catch(() => undefined)
    return rest?.outcome === 'verified' ? ownMembers(rest) : answer
  } catch {
    return { outcome: 'unknown', error: new RecoveryCodeError('network') }
  }
}
