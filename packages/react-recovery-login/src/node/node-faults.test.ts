import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { unhandledWithin } from '#test/faults/unhandled.ts'
import { sendRequest } from '#test/node-servers/send-request.ts'
import { answered, frameworks, listen, names, start } from '#test/node-servers/start.ts'
import { createRecoveryCodeHandler } from '../server/create-recovery-code-handler.ts'
import { options, post, tokenAnswer } from '../server/server.fixture.ts'
import { createNodeRecoveryCodeHandler } from './create-node-recovery-code-handler.ts'

const warned = vi.spyOn(process, 'emitWarning')
beforeEach(() => void warned.mockReset().mockReturnValue(undefined))
afterEach(() => vi.useRealTimers())

test.for(frameworks)(
  'K47 %s: a failing store costs the session, not the new code',
  async (name, context) => {
    for (const saved of [true, false]) {
      const on = await start(name, 'form', { saved })
      on.sessions.saving = 'fails'
      const unhandled = await unhandledWithin(async () => {
        const { status, cookies, body } = await on.send()
        // Express saves after its answer has begun, so the handler can't know: hence `onTokens` saves.
        const session = !saved && name.startsWith('Express')
        expect({ status, body }).toEqual(answered(session))
        if (!session) expect(cookies.join()).not.toContain('own=1')
      })
      expect(unhandled).toEqual([])
      expect(on.upstream).toHaveLength(1)
    }
    proves(context, 'N2', '2 failed saves, 0 codes lost')
  },
)

test.for(frameworks)(
  'K47 %s: a store that never answers delays the new code by ten seconds each',
  async (name, context) => {
    const on = await start(name, 'form')
    on.sessions.saving = 'hangs'
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const exchange = on.begin()
    const until = (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => (condition() ? resolve() : setImmediate(look))
        look()
      })
    const unhandled = await unhandledWithin(async () => {
      await until(() => on.sessions.asked === 1)
      vi.advanceTimersByTime(10_000)
      // Fastify's and Koa's sessions save again when the answer is sent.
      if (!name.startsWith('Express')) {
        await until(() => on.sessions.asked === 2)
        vi.advanceTimersByTime(10_000)
      }
      await until(() => exchange.arrived().endsWith('}'))
      expect(exchange.arrived()).toBe(answered(false).body)
      // The store wakes up after the answer.
      for (const done of on.sessions.release) done()
      await exchange.received
      vi.useRealTimers()
    })
    expect(unhandled).toEqual([])
    on.sessions.saving = 'works'
    expect(await on.send()).toMatchObject(answered(true))
    proves(context, 'N2', '1 new code after 10 s or 20 s')
  },
)

test.for(names)('K48 %s: finishes the exchange if the person leaves', async (name, context) => {
  for (const when of ['before the answer', 'while the body comes'] as const) {
    let answer: (response: Response) => void = () => undefined
    let asked = false
    const on = await start(name, name.startsWith('node:') ? 'nothing' : 'form', {
      fetch: () => {
        asked = true
        return new Promise((resolve) => (answer = resolve))
      },
    })
    const unhandled = await unhandledWithin(async () => {
      const exchange = on.begin(when === 'before the answer' ? {} : { ends: false })
      exchange.received.catch(() => undefined)
      await vi.waitFor(() => expect(when !== 'before the answer' || asked).toBe(true))
      exchange.leave()
      await new Promise((resolve) => void setTimeout(resolve, 20))
      answer(Response.json(tokenAnswer))
      if (asked) await vi.waitFor(() => expect(on.events).toHaveLength(1))
      await new Promise((resolve) => void setTimeout(resolve, 20))
    })
    expect(unhandled).toEqual([])
    expect(asked).toBe(when === 'before the answer')
    expect(on.events).toEqual(asked ? [{ type: 'verified', rotated: true }] : [])
  }
  proves(context, 'N1', '1 exchange, 0 unhandled')
})

it('K48 the process survives if something else answers meanwhile', async () => {
  let answerElsewhere = (): void => undefined
  const handler = createNodeRecoveryCodeHandler(() => ({
    domain: 'tenant.eu.auth0.com',
    clientId: 'client-1',
    clientSecret: 'x',
    onTokens: () => ({ 'set-cookie': 'own=1' }),
    fetch: async () => {
      answerElsewhere()
      return Response.json(tokenAnswer)
    },
  }))
  const unhandled = await unhandledWithin(async () => {
    let done: void | Promise<void> = undefined
    const server = createServer((request, response) => {
      answerElsewhere = () => void response.writeHead(503).end()
      done = handler(request, response)
    })
    expect(await sendRequest(await listen(server), false).received).toMatchObject({ status: 503 })
    await done
  })
  expect(unhandled).toEqual([])
})

describe('mounted wrongly', () => {
  test.each(names)(
    'K49 %s: behind something that reads the body and keeps nothing',
    async (name) => {
      const on = await start(name, 'reader')
      const { status, body } = await on.send()
      expect(status).toBe(400)
      expect(JSON.parse(body).error_description).toContain('was read before: mount this')
      expect(on.events).toEqual([
        { type: 'request-refused', status: 400, reason: 'unreadable-body' },
      ])
      expect(on.upstream).toEqual([])
    },
  )

  it('K49 a Web request that was read', async () => {
    const handler = createRecoveryCodeHandler(options)
    const request = post()
    await request.text()
    expect(await (await handler(request)).text()).toContain('was read before: mount this')
  })

  test.each(names)('K49 %s: behind something that answers', async (name) => {
    const on = await start(name, 'answer')
    expect(await on.send()).toMatchObject({ status: 202 })
    // Fastify does not call it then.
    if (!name.startsWith('Fastify'))
      await vi.waitFor(() => expect(warned.mock.calls.join()).toContain('Mount it before'))
    expect(on.upstream).toEqual([])
  })

  test.each<[what: string, taken: unknown[]]>([
    ['called instead of mounted', []],
    ['by a server with Web requests', [new Request('https://app.example.com')]],
    ['by Hono', [{ req: { raw: new Request('https://app.example.com') }, res: new Response() }]],
    ['by Koa without its context', [{ method: 'POST', headers: {} }, {}]],
  ])('K49 %s it throws', (_what, taken) => {
    const handler = createNodeRecoveryCodeHandler(options) as (...taken: unknown[]) => unknown
    expect(() => handler(...taken)).toThrow(
      'The handler was not called with a request of Express, Fastify, Koa or Node. It is a route',
    )
  })
})
