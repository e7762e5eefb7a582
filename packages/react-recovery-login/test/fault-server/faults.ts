import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Exchange, Fault } from './fault-server.ts'

export interface FaultCase {
  /** Begins with the id of its case. */
  readonly name: string
  readonly fault: Fault
  /** Where the person ends. */
  readonly ends: 'unknown' | 'new-code' | 'rescued'
  /** Whether the server had spent the code. */
  readonly spent: boolean
  /** A browser alone sees it. */
  readonly inBrowser?: true
}

const unknown = { ends: 'unknown', spent: true } as const
const shown = { ends: 'new-code', spent: true } as const

/** In the order of the guide, or with the code first, as this package's handler answers. */
export type Order = 'code first' | 'as documented'

export function inOrder(body: string, order: Order): string {
  if (order === 'as documented') return body
  const { recovery_code, ...others } = JSON.parse(body)
  return JSON.stringify({ recovery_code, ...others })
}

/**
 * The first bytes of an answer, and then the connection breaks.
 *
 * @param arrived Resolves when it may break: a browser drops what it has not yet handed to the page.
 */
export function cutAt(
  offset: (body: string) => number,
  order: Order,
  arrived: (bytes: number) => Promise<unknown> = () => nextTurn(),
): Fault {
  return async ({ serve, response }) => {
    const body = inOrder((await serve()).body, order)
    const begun = Buffer.from(body).subarray(0, offset(body))
    response.flushHeaders()
    if (begun.length > 0) response.write(begun)
    await arrived(begun.length)
    response.socket?.end()
  }
}

/** Where the new code is complete: behind its closing quote. */
export function endOfCode(body: string): number {
  return body.indexOf('"', body.indexOf('"recovery_code":"') + '"recovery_code":"'.length) + 1
}

/** What somebody between the page and the server answers, when the server has done its work. */
function instead(status: number, type: string, body: string | Uint8Array): Fault {
  return async ({ serve, response }) => {
    await serve()
    response.removeHeader('content-length')
    response.writeHead(status, { 'content-type': type }).end(body)
  }
}

/** The answer in other bytes, under other headers. */
function as(headers: Record<string, string>, encode: (body: string) => Uint8Array): Fault {
  return async ({ serve, response }) => {
    const body = encode((await serve()).body)
    response.removeHeader('content-length')
    response.writeHead(200, headers).end(body)
  }
}

/** The answer under another length than it has; then the connection closes. */
function withLength(length: (body: string) => number, order: Order): Fault {
  return async ({ serve, response }) => {
    const body = inOrder((await serve()).body, order)
    response.setHeader('content-length', length(body))
    response.write(body, () => response.socket?.end())
  }
}

const utf8 = (body: string) => Buffer.from(body)
const page =
  '<!doctype html><title>Hotel</title><h1>Accept the terms</h1><script>window.ran=1</script>'
const json = 'application/json'

const redirects = [301, 302, 303, 307, 308].map((status) => ({
  name: `D8 a redirect with ${status}`,
  fault: ({ request, response }: Exchange) => {
    request.resume()
    response.writeHead(status, { location: '/elsewhere' }).end()
  },
  ends: 'unknown' as const,
  spent: false,
}))

const failures = [500, 502, 503, 504, 408, 425].flatMap((status) => [
  {
    name: `${status < 500 ? 'D12' : 'D11'} ${status} as a page`,
    fault: instead(status, 'text/html', page),
    ...unknown,
  },
  {
    name: `${status < 500 ? 'D12' : 'D11'} ${status} as JSON`,
    fault: instead(status, json, '{"error":"server_error","error_description":"Down."}'),
    ...unknown,
  },
])

const resetBeforeAnything: Fault = ({ request }) => request.socket.resetAndDestroy()

const resetBeforeHeaders: Fault = async ({ serve, response }) => {
  await serve()
  response.socket?.resetAndDestroy()
}

const closedWithoutAnswer: Fault = async ({ serve, response }) => {
  await serve()
  response.socket?.end()
}

const none: Fault = async ({ serve, response }) => response.end((await serve()).body)

/** The first request alone meets the fault: a second one, of whomever, goes well. */
export function once(fault: Fault): Fault {
  let met = false
  return (exchange) => {
    const meets = met ? none : fault
    met = true
    return meets(exchange)
  }
}

/** What becomes of connections that are kept for further requests. */
export const flakySockets: readonly Fault[] = [
  none,
  resetBeforeAnything,
  resetBeforeHeaders,
  closedWithoutAnswer,
  // Closed while it is idle, about when the next request is written to it.
  async ({ serve, response }) => {
    const { body } = await serve()
    const { socket } = response
    response.end(body, () => setTimeout(() => socket?.destroy(), 1))
  },
]

/** Each is what a person may meet once, and all are of a sign-in whose code was right. */
export const faults: readonly FaultCase[] = [
  {
    name: 'D2 reset before the server did anything',
    fault: resetBeforeAnything,
    ends: 'unknown',
    spent: false,
  },
  { name: 'D2 reset before the headers', fault: resetBeforeHeaders, ...unknown },
  { name: 'D2 closed without an answer', fault: closedWithoutAnswer, ...unknown },
  { name: 'D3 cut behind the headers', fault: cutAt(() => 0, 'code first'), ...unknown },
  {
    name: 'D3 cut within the code',
    fault: cutAt((body) => endOfCode(body) - 2, 'code first'),
    ...unknown,
  },
  {
    name: 'D4 a drip, byte by byte',
    fault: async ({ serve, response }) => {
      const { body } = await serve()
      for (const byte of utf8(body)) {
        response.write(Uint8Array.of(byte))
        await nextTurn()
      }
      response.end()
    },
    ...shown,
  },
  {
    name: 'D6 an answer that CORS keeps from the page',
    fault: async ({ serve, response }) => {
      const { body } = await serve()
      response.removeHeader('access-control-allow-origin')
      response.end(body)
    },
    ...unknown,
    inBrowser: true,
  },
  ...redirects,
  { name: 'D9 a page of somebody else', fault: instead(200, 'text/html', page), ...unknown },
  { name: 'D10 nothing', fault: instead(200, json, ''), ...unknown },
  {
    name: 'D10 204',
    fault: async ({ serve, response }) => {
      await serve()
      response.removeHeader('content-length')
      response.writeHead(204).end()
    },
    ...unknown,
  },
  ...['null', '[]', '"x"', '{}', 'true'].map((body) => ({
    name: `D10 ${body}`,
    fault: instead(200, json, body),
    ...unknown,
  })),
  ...failures,
  {
    name: 'D13 gzip that is none',
    fault: as({ 'content-type': json, 'content-encoding': 'gzip' }, utf8),
    ...unknown,
  },
  {
    name: 'D13 UTF-8 that says it is Latin-1',
    fault: as({ 'content-type': `${json}; charset=iso-8859-1` }, utf8),
    ...shown,
  },
  {
    name: 'D13 UTF-16',
    fault: as({ 'content-type': `${json}; charset=utf-16le` }, (body) =>
      Buffer.from(body, 'utf16le'),
    ),
    ...unknown,
  },
  {
    name: 'D13 a byte order mark',
    fault: as({ 'content-type': json }, (body) => utf8(`\uFEFF${body}`)),
    ...shown,
  },
  {
    name: 'D13 a length that is too short, in the code',
    fault: withLength((body) => endOfCode(body) - 2, 'code first'),
    ...unknown,
  },
  {
    name: 'D14 10 MB',
    fault: instead(200, json, new Uint8Array(10 * 1024 * 1024).fill(0x20)),
    ...unknown,
  },
  {
    name: 'D14 10 MB behind the code',
    fault: as({ 'content-type': json }, (body) =>
      utf8(inOrder(body, 'code first').replace(/}$/, `,"more":"${'x'.repeat(10 * 1024 * 1024)}"}`)),
    ),
    ends: 'rescued',
    spent: true,
  },
]
