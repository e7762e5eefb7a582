import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as it arrived over the wire. */
export interface SeenRequest {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Called once the whole request was read. May answer, wait, or destroy the socket. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A server on loopback that records its requests until the end of the test. */
export async function serve(answer: Answer): Promise<{
  readonly origin: string
  readonly seen: readonly SeenRequest[]
  readonly close: () => Promise<void>
}> {
  const seen: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    seen.push({ method, url, headers, body: (await request.toArray()).join('') })
    answer(response, request)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, seen, close }
}

/** Answers with JSON. */
export function json(body: unknown, status = 200): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}
