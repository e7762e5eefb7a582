import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/** Returns the response to a request, or undefined if the path isn't its own. */
export type WebHandler = (request: Request) => Promise<Response> | undefined

type NodeHandler = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: (error?: unknown) => void,
) => void

/** The bridge from Node's requests and responses to the Web's, for Connect, Express and Vite. */
export function serveWeb(handle: WebHandler): NodeHandler {
  return (incoming, outgoing, next) => {
    const answer = handle(webRequest(incoming))
    if (answer === undefined) next()
    else answer.then((response) => write(response, outgoing)).catch(next)
  }
}

function webRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const init = {
    method,
    headers: Object.entries(headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    ),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  }
  // Not `new URL(url, base)`: the target `//else.example/x` would then be on that host, and pass as same-origin for its
  // pages.
  return new Request(`http://${headers.host}${url}`, init)
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.statusCode = response.status
  // `set-cookie` comes once per cookie, and `setHeader` would keep only the last.
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.end(body)
}
