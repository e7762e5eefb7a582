import { ownMembers } from '../protocol/own-member.ts'
import type { SessionHeaders } from './recovery-code-handler-options.ts'
import type { RequestRefusal } from './refuse-request.ts'

/** The answer to a request, without the headers that every answer has. */
export interface Answer {
  readonly status: number
  /**
   * Sent in the order of its members, so the first survives a cut-off. Undefined members are left out. No body with
   * 204.
   */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly headers: SessionHeaders | undefined
  /** Why nothing was sent upstream. */
  readonly refusal?: RequestRefusal | undefined
}

/**
 * The only place that makes a Response. Keeps several `set-cookie` headers apart.
 *
 * @param sharedWith Another origin whose page may read the answer.
 * @see RFC 6749 §5.1 (`no-store`)
 */
export function respond({ status, body, headers }: Answer, sharedWith?: string): Response {
  const all = new Headers(headers)
  if (body) all.set('content-type', 'application/json')
  all.set('cache-control', 'no-store')
  all.set('x-content-type-options', 'nosniff')
  if (sharedWith !== undefined) {
    all.set('access-control-allow-origin', sharedWith)
    all.set('access-control-allow-credentials', 'true')
    all.set('access-control-expose-headers', 'retry-after')
    all.append('vary', 'origin')
  }
  return new Response(body && JSON.stringify(body), ownMembers({ status, headers: all }))
}
