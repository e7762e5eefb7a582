import type { IncomingMessage, ServerResponse } from 'node:http'

/** What Auth0's SDKs send; a header that a monitoring tool adds fails the preflight here as it does there. */
const REQUEST_HEADERS = 'authorization, content-type, auth0-client, dpop'

/**
 * Sets the headers that let an allowed origin read the answer.
 *
 * @returns True where the request is answered with that: a preflight, or an origin that is not allowed.
 */
export function answerCors(
  origins: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin } = request.headers
  response.setHeader('vary', 'Origin')
  // Where one such header is set, the library adds none of its own; it would let every origin in.
  response.setHeader('access-control-expose-headers', 'Retry-After')
  if (origin === undefined) return false
  if (!origins.has(origin)) {
    // Before anything is looked at: a form post reaches the server without a preflight, and must spend no code.
    request.resume()
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(`Origin ${origin} is not allowed.`)
    return true
  }
  response.setHeader('access-control-allow-origin', origin)
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': REQUEST_HEADERS,
  })
  response.end()
  return true
}
