import { createServer, connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createRecoveryFlow } from '../../src/challenge/recovery-flow.ts'
import { createHeldAnswers } from '../../src/server/create-held-answers.ts'
import { createRecoveryCodeHandler } from '../../src/server/create-recovery-code-handler.ts'
import { memoryAnswers } from '../../src/server/memory-answers.ts'
import { options, secrets, tokenAnswer } from '../../src/server/server.fixture.ts'
import { SECRET } from '../../src/server/sign-in-cookie.fixture.ts'
import { serveHandler, type ServedHandler } from '../serve-handler.ts'
import { proves, runs } from './runs.ts'

vi.setConfig({ testTimeout: runs(600_000, 60_000) })

let server: ServedHandler
let exchanges = 0
beforeAll(async () => {
  const handler = createRecoveryCodeHandler({
    ...options,
    held: createHeldAnswers({ store: memoryAnswers(), secret: SECRET }),
    async fetch() {
      exchanges += 1
      return Response.json(tokenAnswer)
    },
  })
  // As from a page of its own origin.
  server = await serveHandler((request) => {
    const headers = new Headers(request.headers)
    headers.set('sec-fetch-site', 'same-origin')
    return handler(new Request(request, { headers }))
  })
})
afterAll(() => server.close())

/** A connection that breaks once, after so many bytes of the answer. */
async function cutter(after: number) {
  let bytes = 0
  let broken = false
  const proxy = createServer((client) => {
    const upstream = connect(Number(new URL(server.url).port), '127.0.0.1')
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('data', (data: Buffer) => {
      const left = after - bytes
      bytes += data.length
      if (broken || bytes <= after) return client.write(data)
      broken = true
      return client.write(data.subarray(0, left), () => client.resetAndDestroy())
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    endpoint: `http://localhost:${(proxy.address() as AddressInfo).port}/code`,
    /** How long the answer was. */
    read: () => bytes,
    close: () => proxy.close(),
  }
}

it('R13 an answer that breaks at any byte comes back: the new code and a session, one exchange', async (context) => {
  const sign = async (after: number) => {
    const before = exchanges
    const { endpoint, read, close } = await cutter(after)
    const flow = createRecoveryFlow(`mfa-token-${after}`, () => {})
    const now = Date.now
    await flow.submit(secrets.recoveryCode, {
      transport: { endpoint, credentials: 'include' },
      now,
    })
    await vi.waitUntil(() => Object(flow.read()).signedIn === true, { timeout: 15_000 })
    const state = flow.read()
    expect(state.step === 'capture' && state.capture.newRecoveryCode.reveal()).toBe(
      secrets.newRecoveryCode,
    )
    expect(exchanges - before).toBe(1)
    close()
    return read()
  }
  const length = await sign(Infinity)
  const step = runs(1, 7)
  let offsets = 0
  for (let after = 0; after < length; after += step) {
    await sign(after)
    offsets += 1
  }
  proves(
    context,
    ['N1', 'N2'],
    `${offsets} offsets of ${length} bytes, all back, one exchange each`,
  )
})
