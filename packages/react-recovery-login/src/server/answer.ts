import { ownMembers } from '../protocol/own-member.ts'
import type { RequestRefusal } from './refuse-request.ts'

/** What a request is answered with, before the headers that every answer has. */
export interface Answer {
  readonly status: number
  /**
   * In the order of its members: where an answer is cut off, the first has arrived. What is undefined is left out. None
   * with 204.
   */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly headers: HeadersInit | undefined
  /** Why nothing was sent upstream. */
  readonly refusal?: RequestRefusal
}

/**
 * The one place that makes a Response. Headers keep their number, so that several `set-cookie` stay several.
 *
 * @param sharedWith The other origin whose page may read the answer.
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
