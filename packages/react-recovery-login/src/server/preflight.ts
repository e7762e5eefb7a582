import type { Answer } from './answer.ts'

/**
 * Lets a page of an allowed origin post with the headers its tools add to every request (`traceparent`, `sentry-trace`,
 * `baggage`): without them there is no preflight.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch (with credentials, `*` allows nothing)
 */
export function answerPreflight(request: Request): Answer {
  const asked = request.headers.get('access-control-request-headers')
  return {
    status: 204,
    body: undefined,
    headers: {
      'access-control-allow-methods': 'POST',
      ...(asked && { 'access-control-allow-headers': asked }),
    },
  }
}
