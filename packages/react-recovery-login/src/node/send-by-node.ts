import type { NodeAnswer, Outgoing } from './call.ts'

/**
 * Answers through the response of `node:http`, `node:http2`, Connect or Express, which includes their sessions: they
 * add their cookie when the head is written, and save in `end`.
 */
export function sendByNode({ status, headers, body }: NodeAnswer, outgoing: Outgoing): void {
  outgoing.statusCode = status
  for (const [name, value] of headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  // Keep cookies that others have set. Not every Node 20 has `appendHeader` for HTTP/2.
  const cookies = [outgoing.getHeader('set-cookie') ?? [], headers.getSetCookie()].flat(2)
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies.map(String))
  outgoing.end(body)
}
