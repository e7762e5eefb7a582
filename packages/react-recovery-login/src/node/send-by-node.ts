import type { NodeAnswer, Outgoing } from './call.ts'
import { sendBare } from './send-bare.ts'

/**
 * Answers through the response of `node:http`, `node:http2`, Connect or Express, and their sessions with it: they add
 * their cookie when the head is written, and save in `end`.
 */
export function sendByNode(answer: NodeAnswer, outgoing: Outgoing): void {
  try {
    outgoing.statusCode = answer.status
    for (const [name, value] of answer.headers)
      if (name !== 'set-cookie') outgoing.setHeader(name, value)
    const cookies = answer.headers.getSetCookie()
    // Beside those that others have set. `appendHeader` is not in every Node 20 for HTTP/2.
    if (cookies.length > 0)
      outgoing.setHeader(
        'set-cookie',
        [outgoing.getHeader('set-cookie') ?? [], cookies].flat(2).map(String),
      )
    outgoing.end(answer.body)
  } catch {
    sendBare(answer, outgoing)
  }
}
