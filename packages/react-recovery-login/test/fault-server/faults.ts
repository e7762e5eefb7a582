import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Fault } from './fault-server.ts'

/** In the guide's order, or with the code first, like this package's handler. */
export type Order = 'code first' | 'as documented'

export function inOrder(body: string, order: Order): string {
  if (order === 'as documented') return body
  const { recovery_code, ...others } = JSON.parse(body)
  return JSON.stringify({ recovery_code, ...others })
}

/**
 * Sends the first bytes of an answer, then breaks the connection.
 *
 * @param arrived Resolves when it may break: a browser drops what it has not yet delivered to the page.
 */
export function cutAt(
  offset: (body: string) => number,
  order: Order,
  arrived: (bytes: number) => Promise<unknown> = () => nextTurn(),
): Fault {
  return async ({ serve, response }) => {
    const body = inOrder(await serve(), order)
    const begun = Buffer.from(body).subarray(0, offset(body))
    response.flushHeaders()
    if (begun.length > 0) response.write(begun)
    await arrived(begun.length)
    response.socket?.end()
  }
}

/** The offset where the new code is complete: after its closing quote. */
export function endOfCode(body: string): number {
  return body.indexOf('"', body.indexOf('"recovery_code":"') + '"recovery_code":"'.length) + 1
}

/** A proxy's answer after the server has done its work. */
export function instead(status: number, type: string, body: string | Uint8Array): Fault {
  return async ({ serve, response }) => {
    await serve()
    response.removeHeader('content-length')
    response.writeHead(status, { 'content-type': type }).end(body)
  }
}

/** An answer instead of the server's, which does nothing. A browser lets the page read it. */
export function answerWith(
  status: number,
  members: object,
  headers: Record<string, string> = {},
): Fault {
  return ({ request, response }) => {
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.writeHead(status, headers).end(JSON.stringify(members))
  }
}

/** The answer in another encoding, under other headers. */
export function answerAs(
  headers: Record<string, string>,
  encode: (body: string) => Uint8Array,
): Fault {
  return async ({ serve, response }) => {
    const body = encode(await serve())
    response.removeHeader('content-length')
    response.writeHead(200, headers).end(body)
  }
}

export const resetBeforeAnything: Fault = ({ request }) => request.socket.resetAndDestroy()

export const resetBeforeHeaders: Fault = async ({ serve, response }) => {
  await serve()
  response.socket?.resetAndDestroy()
}

export const closedWithoutAnswer: Fault = async ({ serve, response }) => {
  await serve()
  response.socket?.end()
}

export const none: Fault = async ({ serve, response }) => response.end(await serve())

/** The answer byte by byte. */
export const drip: Fault = async ({ serve, response }) => {
  for (const byte of Buffer.from(await serve())) {
    response.write(Uint8Array.of(byte))
    await nextTurn()
  }
  response.end()
}

/** An answer that CORS hides from the page. */
export const withoutPermission: Fault = async ({ serve, response }) => {
  const body = await serve()
  response.removeHeader('access-control-allow-origin')
  response.end(body)
}

/** Applies the fault only to the first request; a second one, by anyone, succeeds. */
export function once(fault: Fault): Fault {
  let met = false
  return (exchange) => {
    const meets = met ? none : fault
    met = true
    return meets(exchange)
  }
}

/** What can happen to reused connections. */
export const flakySockets: readonly Fault[] = [
  none,
  resetBeforeAnything,
  resetBeforeHeaders,
  closedWithoutAnswer,
  // Closed while idle, about when the next request is written to it.
  async ({ serve, response }) => {
    const body = await serve()
    const { socket } = response
    response.end(body, () => setTimeout(() => socket?.destroy(), 1))
  },
]

/** A whole answer whose connection stays open, by what keeps it open. */
export const keptOpen: Readonly<Record<string, (order: Order) => Fault>> = {
  'a length that is too large by one': (order) => async (exchange) => {
    const body = inOrder(await exchange.serve(), order)
    exchange.response.setHeader('content-length', Buffer.byteLength(body) + 1)
    exchange.response.write(body)
  },
  'no last chunk': (order) => async (exchange) => {
    const body = inOrder(await exchange.serve(), order)
    exchange.response.removeHeader('content-length')
    exchange.response.write(body)
  },
  'no length at all': (order) => async (exchange) => {
    const body = inOrder(await exchange.serve(), order)
    exchange.response.removeHeader('content-length')
    exchange.response.useChunkedEncodingByDefault = false
    exchange.response.write(body)
  },
}

/** An answer that stalls after the new code, and a way to send the rest, byte by byte. */
export function stalled(order: Order): { readonly fault: Fault; readonly letGo: () => void } {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => (letGo = resolve))
  return {
    async fault({ serve, response }) {
      const body = inOrder(await serve(), order)
      response.removeHeader('content-length')
      response.write(body.slice(0, endOfCode(body)))
      await released
      for (const byte of Buffer.from(body.slice(endOfCode(body)))) {
        response.write(Uint8Array.of(byte))
        await nextTurn()
      }
    },
    letGo: () => letGo(),
  }
}
