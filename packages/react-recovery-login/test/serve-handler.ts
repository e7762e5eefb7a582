import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createHttp2Server, type Http2ServerRequest } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

export type WebHandler = (request: Request) => Promise<Response>

export interface ServedHandler {
  readonly url: string
  close(): Promise<void>
}

/**
 * A Web-standard handler behind `node:http` or cleartext `node:http2`, on its own loopback port. If Node throws on a
 * header, the answer is an empty 500, as with framework adapters.
 */
export async function serveHandler(
  handler: WebHandler,
  protocol: 'HTTP/1.1' | 'HTTP/2' = 'HTTP/1.1',
): Promise<ServedHandler> {
  const sockets = new Set<{ destroy(): unknown }>()
  const server = protocol === 'HTTP/2' ? createHttp2Server() : createServer()
  server.on('request', async (incoming, outgoing) => {
    const response = await handler(webRequest(incoming))
    const body = await response.text()
    try {
      for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
      outgoing.writeHead(response.status)
    } catch {
      for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
      outgoing.writeHead(500)
      return outgoing.end()
    }
    return outgoing.end(body)
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function webRequest(incoming: IncomingMessage | Http2ServerRequest): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const host = headers.host ?? headers[':authority']
  return new Request(new URL(url, `http://${host}`), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      name.startsWith(':') ? [] : [[name, String(value)]],
    ),
    ...(method === 'POST' && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  })
}
