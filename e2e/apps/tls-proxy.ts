import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface TlsProxy {
  /** The origin that a browser sees. */
  readonly origin: string
  readonly close: () => void
}

export interface TlsProxyOptions {
  /** The origin of the app behind it, over http. */
  readonly upstream: string
  readonly protocol: 'HTTP/1.1' | 'HTTP/2'
  /** Whether the app gets the host that the browser asked for, or its own. */
  readonly host: 'kept' | 'rewritten'
}

/** Only for tests: this key is public. */
const pem = readFileSync(join(import.meta.dirname, 'localhost.pem'))

/** Hop-by-hop headers, which must not be forwarded. */
const HOP = /^(?::|connection$|keep-alive$|transfer-encoding$|upgrade$|http2-settings$)/

/** A proxy that terminates TLS in front of an app, like a load balancer or nginx. */
export async function startTlsProxy(options: TlsProxyOptions): Promise<TlsProxy> {
  const { upstream, protocol, host } = options
  const sockets = new Set<{ destroy(): unknown }>()
  const server = createSecureServer(
    {
      key: pem,
      cert: pem,
      allowHTTP1: true,
      ...(protocol === 'HTTP/1.1' && { ALPNProtocols: ['http/1.1'] }),
    },
    (incoming, outgoing) => {
      const asked = String(incoming.headers[':authority'] ?? incoming.headers.host)
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).filter(([name]) => !HOP.test(name)),
      )
      const sent = request(new URL(incoming.url, upstream), {
        method: incoming.method,
        headers: {
          ...headers,
          host: host === 'kept' ? asked : new URL(upstream).host,
          'x-forwarded-proto': 'https',
        },
      })
      sent.on('response', (answer) => {
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined && !HOP.test(name)) outgoing.setHeader(name, value)
        outgoing.writeHead(answer.statusCode ?? 502)
        answer.pipe(outgoing)
      })
      sent.on('error', () => outgoing.destroy())
      incoming.pipe(sent)
    },
  )
  server.on('secureConnection', (socket) => sockets.add(socket))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    origin: `https://login.localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
