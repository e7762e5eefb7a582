import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyRecoveryCode, type Verification } from 'react-recovery-login/protocol'
import { expect, it, test } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { serve } from '../serve.ts'
import { proves, runs } from './runs.ts'

const { oldCode, newCode, mfaToken, accessToken } = canaries
const orders = [
  { order: 'code first', body: { recovery_code: newCode, access_token: accessToken } },
  { order: 'code last', body: { access_token: accessToken, recovery_code: newCode } },
]
const whole = {
  outcome: 'verified',
  tokens: { access_token: accessToken, token_type: 'Bearer' },
  newRecoveryCode: newCode,
}

function verify(domain: string): Promise<Verification> {
  const transport = { domain, clientId: 'c' }
  return verifyRecoveryCode({ transport, mfaToken, recoveryCode: oldCode })
}

/** What keeps a connection open after the whole answer has arrived. */
const keepers: Record<string, (response: ServerResponse, text: string, socket: Socket) => void> = {
  'a length that is too large by one': (response, text) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) + 1 })
    response.write(text)
  },
  'no last chunk': (response, text) => {
    response.writeHead(200, { 'transfer-encoding': 'chunked' })
    response.write(text)
  },
  'a proxy that gives no length and keeps the socket': (_response, text, socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${text}`)
  },
  'line breaks behind it, and no end': (response, text) => {
    response.writeHead(200).write(`${text}\r\n\r\n`)
  },
}

const kept = orders.flatMap((order) =>
  Object.entries(keepers).map(([what, keep]) => ({ ...order, what, keep })),
)

test.for(kept)('D17 a whole answer, $order, with $what', async ({ body, keep }, context) => {
  const { origin, seen } = await serve((response, { socket }) =>
    keep(response, JSON.stringify(body), socket),
  )
  expect(await verify(origin)).toEqual(whole)
  expect(seen).toHaveLength(1)
  proves(context, 'N2', '1 answer, taken while its connection was open')
})

test.for(orders)('D17 a whole answer that arrives in parts, $order', async ({ body }, context) => {
  const tries = runs(20, 2)
  for (let run = 0; run < tries; run += 1) {
    const { origin } = await serve(async (response) => {
      for (const byte of Buffer.from(JSON.stringify(body))) {
        response.write(Uint8Array.of(byte))
        await wait(0)
      }
    })
    expect(await verify(origin)).toEqual(whole)
  }
  proves(context, 'N2', `${tries} answers, byte by byte, none of which ended`)
})

it('D17 a whole refusal whose connection stays open', async (context) => {
  const { origin } = await serve((response) => {
    response.writeHead(403).write('{"error":"invalid_grant","error_description":"No."}')
  })
  expect(await verify(origin)).toMatchObject({
    outcome: 'refused',
    error: { code: 'code-rejected' },
  })
  proves(context, 'N3', '1 refusal')
})

/** An answer that stalls after a given text, and a way to continue it. */
async function stall(body: object, behind: string) {
  const text = JSON.stringify(body)
  const at = text.indexOf(behind) + behind.length
  const answering: ServerResponse[] = []
  const { origin } = await serve((response) => {
    response.writeHead(200, { 'content-length': text.length }).write(text.slice(0, at))
    answering.push(response)
  })
  const verification = await verify(origin)
  return { verification, response: answering[0]!, rest: text.slice(at) }
}

test.for(orders)(
  'D18 a code, $order, after which the connection stalls',
  async ({ body }, context) => {
    const { verification } = await stall(body, `${newCode}"`)
    expect(verification).toMatchObject({
      outcome: 'unfinished',
      newRecoveryCode: newCode,
      error: { code: 'invalid-response' },
      later: expect.any(Promise),
    })
    expect(findCanaries('error' in verification && verification.error)).toEqual([])
    proves(context, 'N2', '1 code, rescued while the line was open')
  },
)

test.for(orders)('D19 the rest arrives later, $order', async ({ body }, context) => {
  const { verification, response, rest } = await stall(body, `${newCode}"`)
  for (const byte of Buffer.from(rest)) {
    response.write(Uint8Array.of(byte))
    await wait(1)
  }
  expect(await later(verification)).toEqual(whole)
  proves(context, ['N2', 'N6'], '1 answer, its rest byte by byte')
})

it.each([
  ['breaks', (response: ServerResponse) => response.socket?.resetAndDestroy()],
  ['ends', (response: ServerResponse) => response.socket?.end()],
])('D19 if it %s, nothing more is known', async (_how, end) => {
  const { verification, response } = await stall(orders[0]!.body, `${newCode}"`)
  end(response)
  const { later: _, ...rescued } = verification as Verification & { readonly later: unknown }
  expect(await later(verification)).toEqual(rescued)
})

async function later(verification: Verification): Promise<Verification | undefined> {
  return verification.outcome === 'unfinished' ? verification.later : undefined
}

it('D21 a refusal that stalls after its error', async (context) => {
  const { origin } = await serve((response) => {
    response.writeHead(403).write('{"error":"invalid_grant","error_descr')
  })
  expect(await verify(origin)).toMatchObject({
    outcome: 'refused',
    error: { code: 'code-rejected' },
  })
  proves(context, 'N3', '1 refusal')
})

it('D21 a rate limit whose body never arrives', async (context) => {
  const { origin } = await serve((response) => {
    response.writeHead(429, { 'retry-after': '90', 'content-length': 9 }).flushHeaders()
  })
  expect(await verify(origin)).toMatchObject({
    outcome: 'refused',
    error: { code: 'rate-limited', retryAfter: 90_000 },
  })
  proves(context, 'N3', '1 limit')
})

it('D22 the next request reuses the connection', async (context) => {
  const tries = runs(50, 5)
  const sockets = new Set<Socket>()
  const { origin } = await serve((response, { socket }) => {
    sockets.add(socket)
    response.end(JSON.stringify(orders[0]!.body))
  })
  for (let run = 0; run < tries; run += 1) {
    expect(await verify(origin)).toEqual(whole)
    await wait(5)
  }
  expect(sockets.size).toBe(1)
  proves(context, 'N2', `${tries} answers on 1 connection`)
})

it('D22 a connection that stays open after a whole answer is cancelled', async (context) => {
  const sockets: Socket[] = []
  const { origin } = await serve((response, { socket }) => {
    sockets.push(socket)
    response.write(JSON.stringify(orders[0]!.body))
  })
  expect(await verify(origin)).toEqual(whole)
  await once(sockets[0]!, 'close')
  proves(context, 'N2', '1 connection, closed')
})
