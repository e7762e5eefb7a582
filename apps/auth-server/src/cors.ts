import type { IncomingMessage, ServerResponse } from 'node:http'

/** What Auth0's SDKs send; as with Auth0, a monitoring tool's extra header fails the preflight. */
const REQUEST_HEADERS = 'authorization, content-type, auth0-client, dpop'

/**
 * Sets the headers that let an allowed origin read the answer.
 *
 * @returns True if that answers the request: a preflight, or a disallowed origin.
 */
export function answerCors(
  origins: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin } = request.headers
  response.setHeader('vary', 'Origin')
  // If such a header is set, the library adds none; its own would allow every origin.
  response.setHeader('access-control-expose-headers', 'Retry-After')
  if (origin === undefined) return false
  if (!origins.has(origin)) {
    // Before anything else: a form post needs no preflight, and must not spend a code.
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
