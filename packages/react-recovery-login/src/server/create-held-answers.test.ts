import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { answerSeal } from './answer-seal.ts'
import type { AnswerStore } from './answer-store.ts'
import { createHeldAnswers } from './create-held-answers.ts'
import { held, seen } from './held.fixture.ts'
import { memoryAnswers } from './memory-answers.ts'
import { form, post, secrets, tokenAnswer } from './server.fixture.ts'
import { Browser, OLD_SECRET, SECRET, signInCookie } from './sign-in-cookie.fixture.ts'
import { silentUpstream } from './stalled.fixture.ts'

const TIMES = 20
const LOOK = { repeat: 'look' }
const SEND = { repeat: 'send' }
const OTHER_CODE = { recovery_code: 'J4TZ8MPW6RKC2VXN9JQB7SGD' }
const UNKNOWN = { status: 502, body: { error: 'server_error' } }
const BUSY = { status: 503, body: { error: 'server_error' } }
const wrongCode = async () =>
  Response.json({ error: 'invalid_grant', error_description: 'Wrong.' }, { status: 403 })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** A store that counts who has asked it. */
function countingStore(): { readonly store: AnswerStore; asked: number } {
  const memory = memoryAnswers()
  const count = {
    asked: 0,
    store: {
      ...memory,
      claim: (...given: Parameters<AnswerStore['claim']>) => (
        (count.asked += 1),
        memory.claim(...given)
      ),
      read: (...given: Parameters<AnswerStore['read']>) => (
        (count.asked += 1),
        memory.read(...given)
      ),
    },
  }
  return count
}

/** Until so many have asked, in real time: Web Crypto takes some. */
async function haveAsked(count: { readonly asked: number }, many: number): Promise<void> {
  while (count.asked < many) await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
}

describe('K6 the same request again', () => {
  it('gets the same answer, session included, from one exchange', async (context) => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, sent, sessions, events } = held()
      const first = await ask()
      expect(first).toMatchObject({
        status: 200,
        cookies: ['session=1; HttpOnly'],
        body: { recovery_code: secrets.newRecoveryCode, session: true },
      })
      expect(await ask()).toEqual(first)
      expect(await ask(LOOK)).toEqual(first)
      expect(await ask(SEND)).toEqual(first)
      expect([sent.length, sessions()]).toEqual([1, 1])
      expect(events.slice(1)).toEqual([4, 3, 2].map((left) => ({ type: 'answered-again', left })))
    }
    proves(context, ['N1', 'N2'], `${TIMES} × 4 requests, ${TIMES} exchanges, equal answers`)
  })

  it('the same code, typed in another way', async () => {
    const { ask, sent } = held()
    const first = await ask()
    const typed = secrets.recoveryCode.toLowerCase().replaceAll(/.{4}/g, '$& ')
    expect(await ask({ recovery_code: typed })).toEqual(first)
    expect(sent).toHaveLength(1)
  })

  it('an answer without a new code, or without a session', async () => {
    for (const changes of [
      { fetch: async () => Response.json({ ...tokenAnswer, recovery_code: undefined }) },
      { onTokens: () => Promise.reject(new Error()) },
    ]) {
      const { ask } = held(changes)
      const first = await ask()
      expect(first.status).toBe(200)
      expect(await ask(LOOK)).toEqual(first)
    }
  })
})

describe('K7 the same request at once', () => {
  test.each([
    ['a success', async () => Response.json(tokenAnswer), 200],
    ['a wrong code', wrongCode, 403],
    ['a lost answer', () => Promise.reject(new Error()), 502],
  ] as const)('%s: a thousand share it', async (_name, fetch, status) => {
    let answer = () => {}
    const upstream = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)).then(fetch))
    const count = countingStore()
    const { ask } = held({ fetch: upstream, maxInFlight: 1000 }, { store: count.store })
    const all = Promise.all(Array.from({ length: 1000 }, () => ask()))
    await haveAsked(count, 1000)
    answer()
    const [first, ...others] = await all
    expect(first?.status).toBe(status)
    for (const other of others) expect(other).toEqual(first)
    expect(upstream).toHaveBeenCalledTimes(1)
  })

  it('a silent upstream: who waits hears that it runs, and nothing is sent again', async () => {
    const upstream = silentUpstream()
    const count = countingStore()
    const { ask } = held({ fetch: upstream.fetch }, { store: count.store })
    const first = ask()
    await haveAsked(count, 1)
    const others = [ask(), ask(LOOK)]
    await haveAsked(count, 3)
    await vi.advanceTimersByTimeAsync(20_000)
    for (const other of others) expect(await other).toMatchObject(BUSY)
    upstream.answer()
    expect(await ask()).toEqual(await first)
    expect(upstream.open).toHaveLength(0)
  })

  it('who waits counts towards maxInFlight', async () => {
    const count = countingStore()
    const { fetch } = silentUpstream()
    const { ask } = held({ fetch, maxInFlight: 2 }, { store: count.store })
    void ask()
    void ask()
    await haveAsked(count, 2)
    expect(await ask()).toMatchObject({ status: 503, body: { error: 'invalid_request' } })
  })
})

describe('K8 another request', () => {
  it('another code, token or browser has an exchange of its own and finds nothing', async (context) => {
    const mfaToken = 'Fe26.2*another-token*of-another-sign-in'
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, sent } = held()
      await ask()
      for (const changes of [OTHER_CODE, { mfa_token: mfaToken }]) {
        expect(await ask({ ...changes, ...LOOK })).toMatchObject(UNKNOWN)
        await ask(changes)
      }
      expect(sent).toHaveLength(3)
    }
    proves(context, 'N4', `${TIMES} × another code and another token: nothing found`)
  })

  it('another browser, with the handle and the code but not the cookie', async (context) => {
    for (let time = 0; time < TIMES; time += 1) {
      const { signIn, start } = signInCookie({ now: Date.now })
      const mine = new Browser()
      const handle = await start(mine)
      // The other one has a sign-in with the same handle and mfa token, in a cookie of its own.
      const theirs = new Browser()
      const same = { mfaToken: secrets.mfaToken }
      theirs.take(await signIn.onAnotherFactor(same, theirs.request(), handle))
      const setup = held({ resolveMfaToken: signIn.resolveMfaToken })
      const first = await askAs(setup, mine, handle)
      expect(await askAs(setup, theirs, handle, LOOK)).toMatchObject(UNKNOWN)
      expect(await askAs(setup, new Browser(), handle, LOOK)).toMatchObject({ status: 401 })
      expect(await askAs(setup, mine, handle, LOOK)).toEqual(first)
      expect(setup.sent).toHaveLength(1)
    }
    proves(context, 'N4', `${TIMES} × another browser: nothing found`)
  })
})

describe('K9 an answer ends', () => {
  it('after ten minutes', async (context) => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask } = held()
      await ask()
      await vi.advanceTimersByTimeAsync(599_999)
      expect((await ask(LOOK)).status).toBe(200)
      await vi.advanceTimersByTimeAsync(1)
      expect(await ask(LOOK)).toMatchObject(UNKNOWN)
    }
    proves(context, 'N4', `${TIMES} × ten minutes; five reads; confirmed twice; forgotten`)
  })

  it('with the sign-in of its cookie', async () => {
    const { signIn, start } = signInCookie({ now: Date.now })
    const browser = new Browser()
    const handle = await start(browser)
    const store = memoryAnswers()
    const hold = vi.spyOn(store, 'hold')
    const setup = held({ resolveMfaToken: signIn.resolveMfaToken }, { store })
    await vi.advanceTimersByTimeAsync(240_000)
    await askAs(setup, browser, handle)
    expect(hold.mock.calls.map(([, , lifetime]) => lifetime)).toEqual([360_000, 360_000])
  })

  it('after five reads', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, sent, events } = held()
      await ask()
      const reads = await Promise.all(Array.from({ length: 5 }, () => ask(LOOK)))
      expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      expect(events.filter(({ type }) => type === 'answered-again')).toHaveLength(5)
      expect(await ask(LOOK)).toMatchObject(UNKNOWN)
      expect(await ask()).toMatchObject(UNKNOWN)
      expect(sent).toHaveLength(1)
    }
  })

  it('when the person has confirmed the save, twice too', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, handler } = held()
      const { receipt } = (await ask()).body
      for (const _ of [1, 2])
        expect(await seen(await handler(receiptPost(receipt)))).toMatchObject({ status: 204 })
      expect(await ask(LOOK)).toMatchObject(UNKNOWN)
    }
  })

  it('at sign-out, by the cookie; another browser’s stays', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { signIn, start } = signInCookie({ now: Date.now })
      const answers = createHeldAnswers({ store: memoryAnswers(), secret: SECRET })
      const setup = held({ resolveMfaToken: signIn.resolveMfaToken, held: answers })
      const signedIn = await Promise.all(
        ['one', 'other'].map(async (mfaToken) => {
          const browser = new Browser()
          const handle = await start(browser, mfaToken)
          return { browser, handle, first: await askAs(setup, browser, handle) }
        }),
      )
      const [one, other] = signedIn as [(typeof signedIn)[0], (typeof signedIn)[0]]
      expect(await answers.forget(one.browser.request())).toEqual([
        [
          'set-cookie',
          `__Host-rrl-${one.handle}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure`,
        ],
      ])
      expect(await askAs(setup, one.browser, one.handle, LOOK)).toMatchObject(UNKNOWN)
      expect(await askAs(setup, other.browser, other.handle, LOOK)).toEqual(other.first)
    }
  })
})

describe('K60 the sign-in cookie', () => {
  it('stays until the save is confirmed, then goes, and another tab’s stays', async () => {
    const { signIn, start } = signInCookie({ now: Date.now })
    const browser = new Browser()
    const handle = await start(browser)
    const setup = held({
      resolveMfaToken: signIn.resolveMfaToken,
      onTokens: (_tokens: unknown, request: Request) => [
        ...signIn.end(request),
        ['set-cookie', 'session=1'],
      ],
    })
    const first = await askAs(setup, browser, handle)
    expect(first.cookies).toEqual(['session=1'])
    await start(browser, 'other')
    const cookie = browser.request().headers.get('cookie') ?? ''
    const confirmed = await seen(await setup.handler(receiptPost(first.body.receipt, cookie)))
    expect(confirmed.cookies).toEqual([
      `__Host-rrl-${handle}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure`,
    ])
  })
})

describe('K61 a refusal', () => {
  it('is shared for ten seconds, then the code can be sent again', async () => {
    const upstream = vi.fn(wrongCode)
    const { ask } = held({ fetch: upstream })
    const first = await ask()
    expect(first).toMatchObject({ status: 403, body: { error: 'invalid_grant' } })
    await vi.advanceTimersByTimeAsync(9999)
    expect(await ask()).toEqual(first)
    expect(upstream).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    await ask()
    expect(upstream).toHaveBeenCalledTimes(2)
  })
})

describe('K62 nobody knows the outcome', () => {
  it('a repeat sends nothing for ten minutes, and reads unknown', async () => {
    const upstream = vi.fn(() => Promise.reject(new Error()))
    const { ask } = held({ fetch: upstream })
    expect(await ask()).toMatchObject(UNKNOWN)
    await vi.advanceTimersByTimeAsync(599_999)
    expect(await ask()).toMatchObject(UNKNOWN)
    expect(await ask(LOOK)).toMatchObject(UNKNOWN)
    expect(upstream).toHaveBeenCalledTimes(1)
  })

  it('the person’s own request sends it once more, and only one of many', async () => {
    let upstream = () => Promise.reject<Response>(new Error())
    const calls = vi.fn(() => upstream())
    const { ask } = held({ fetch: calls })
    await ask()
    upstream = wrongCode
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(SEND)))
    expect(calls).toHaveBeenCalledTimes(2)
    expect(all).toContainEqual(expect.objectContaining({ status: 403 }))
    for (const { status } of all) expect([403, 503]).toContain(status)
  })

  it('a process that was killed: a repeat waits, then reads busy; the person’s own takes over', async () => {
    const store = memoryAnswers()
    const dead = held({ fetch: silentUpstream().fetch }, { store })
    void dead.ask()
    const count = countingStore()
    const alive = held(
      {},
      { store: { ...store, claim: (...given) => ((count.asked += 1), store.claim(...given)) } },
    )
    await new Promise((resolve) => setImmediate(resolve))
    for (const [repeat, status] of [
      [{}, 503],
      [SEND, 200],
    ] as const) {
      const asked = count.asked
      const answer = alive.ask(repeat)
      await haveAsked(count, asked + 1)
      await fastForward(answer)
      expect((await answer).status).toBe(status)
    }
    expect([dead.sent.length, alive.sent.length]).toEqual([0, 1])
  })
})

describe('K63 a store that fails', () => {
  const down = () => Promise.reject(new Error('down'))
  const slow = () => new Promise<never>(() => {})

  test.each([
    ['down', down],
    ['slow', slow],
  ])(
    '%s at claim: the exchange goes on, and says that its answer isn’t held',
    async (_name, claim) => {
      const { ask, events, sent } = held({}, { store: { ...memoryAnswers(), claim } })
      for (let time = 1; time <= TIMES; time += 1) {
        const answer = ask(time === 1 ? {} : SEND)
        await fastForward(answer)
        expect(await answer).toMatchObject({
          status: 200,
          cookies: [`session=${time}; HttpOnly`],
          body: { recovery_code: secrets.newRecoveryCode, session: true },
        })
        expect((await answer).body).not.toHaveProperty('receipt')
        expect(sent).toHaveLength(time)
      }
      expect(events[0]).toEqual({ type: 'not-held', operation: 'claim' })
    },
  )

  test.each([
    ['down', down],
    ['slow', slow],
  ])('%s at hold: the code still goes out, once', async (_name, hold) => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, events, sent } = held({}, { store: { ...memoryAnswers(), hold } })
      const answer = ask()
      await fastForward(answer)
      expect((await answer).body).toEqual({
        recovery_code: secrets.newRecoveryCode,
        session: true,
      })
      expect(events).toContainEqual({ type: 'not-held', operation: 'hold' })
      const again = ask()
      await fastForward(again)
      expect((await again).status).toBe(503)
      expect(sent).toHaveLength(1)
    }
  })

  it('down at a look: it isn’t told that there is nothing', async () => {
    const { ask, events, sent } = held({}, { store: { ...memoryAnswers(), read: down } })
    expect(await ask(LOOK)).toMatchObject({ ...BUSY, body: {} })
    expect(events).toEqual([{ type: 'not-held', operation: 'claim' }])
    expect(sent).toHaveLength(0)
  })

  it('down at a read, a removal or sign-out', async () => {
    const { ask, handler, events } = held(
      {},
      { store: { ...memoryAnswers(), mark: down, remove: down } },
    )
    const { receipt } = (await ask()).body
    expect(await ask()).toMatchObject(BUSY)
    expect((await handler(receiptPost(receipt))).status).toBe(204)
    expect(events.slice(1)).toEqual([
      { type: 'not-held', operation: 'read' },
      { type: 'not-held', operation: 'remove' },
    ])
    const browser = new Browser()
    await signInCookie({ now: Date.now }).start(browser)
    const answers = createHeldAnswers({ store: { ...memoryAnswers(), read: down }, secret: SECRET })
    expect(await answers.forget(browser.request())).toHaveLength(1)
  })

  it('a secret that can’t be had, and a platform that throws, cost nothing', async () => {
    const secret = () => {
      throw new Error('none')
    }
    expect((await held({}, { secret }).ask()).status).toBe(200)
    expect((await held({}, { secret: () => 'short' }).ask()).status).toBe(200)
    expect((await held({}, { waitUntil: secret }).ask()).status).toBe(200)
  })
})

describe('K64 a value that was not written here', () => {
  it.each(['', 'held', 'held x.y 5', 'held AAAA.AAAA NaN', 'refused ', '{"a":1}', 'sent'])(
    '%j: nothing is sent because of it',
    async (value) => {
      const store = memoryAnswers()
      let key = ''
      const claim: AnswerStore['claim'] = async (at, mine, lifetime) => {
        key = at
        return store.claim(at, mine, lifetime)
      }
      const { ask, sent } = held({}, { store: { ...store, claim } })
      await ask()
      await store.hold(key, value, 60_000)
      for (const repeat of [{}, LOOK]) {
        const answer = ask(repeat)
        await fastForward(answer)
        expect([502, 503]).toContain((await answer).status)
      }
      expect(sent).toHaveLength(1)
    },
  )

  it('every truncation of a held answer', async () => {
    const store = memoryAnswers()
    const values: string[] = []
    const hold: AnswerStore['hold'] = async (at, value, lifetime) => {
      values.push(at, value)
      return store.hold(at, value, lifetime)
    }
    const { ask, sent } = held({}, { store: { ...store, hold } })
    await ask()
    const [key = '', value = ''] = values
    for (let length = 0; length < value.length - 2; length += 7) {
      await store.hold(key, value.slice(0, length), 60_000)
      expect([502, 503]).toContain((await ask(LOOK)).status)
    }
    expect(sent).toHaveLength(1)
  })
})

describe('K65 secrets that rotate', () => {
  it('what an older or newer process holds is found', async () => {
    for (const [before, after] of [
      [[OLD_SECRET], [SECRET, OLD_SECRET]],
      [[SECRET, OLD_SECRET], [SECRET]],
      [[SECRET, OLD_SECRET], [OLD_SECRET]],
    ]) {
      const store = memoryAnswers()
      const first = await held({}, { store, secret: before }).ask()
      const later = held({}, { store, secret: after })
      expect(await later.ask()).toEqual(first)
      expect(await later.ask(LOOK)).toEqual(first)
      expect(later.sent).toHaveLength(0)
    }
  })

  it.each([undefined, '', [], ['a'], [SECRET, 'short']])('%j is refused', (secret) => {
    const options = { store: memoryAnswers(), secret: secret as string }
    expect(() => createHeldAnswers(options)).toThrow(/`secret` (?:is missing|has fewer than 32)/)
  })
})

describe('K66 what is stored', () => {
  it('is sealed, ends by itself, and opens with nothing but token and code', async (context) => {
    const stored: string[] = []
    const lifetimes: number[] = []
    const memory = memoryAnswers()
    const note = (key: string, ...values: (string | number | undefined)[]) => {
      stored.push(key, ...values.map(String))
      lifetimes.push(Number(values.at(-1)))
    }
    const store: AnswerStore = {
      ...memory,
      claim: (...given) => (note(...given), memory.claim(...given)),
      hold: (...given) => (note(...given), memory.hold(...given)),
      mark: (key, from, to, lifetime) => (
        stored.push(key, from, to),
        memory.mark(key, from, to, lifetime)
      ),
    }
    const { ask } = held({}, { store })
    await ask()
    await ask(LOOK)
    const text = stored.join(' ')
    for (const secret of [...Object.values(secrets), 'session=1', SECRET])
      expect(text).not.toContain(secret)
    expect(lifetimes.every((lifetime) => lifetime > 0 && lifetime <= 600_000)).toBe(true)
    const [, sealed = ''] = stored.find((value) => value.startsWith('held '))?.split(' ') ?? []
    const parts = ['https://tenant.eu.auth0.com/oauth/token', 'client-1', secrets.mfaToken]
    const open = async (...all: readonly string[]) => (await answerSeal(SECRET, all)).open(sealed)
    expect(await open(...parts, secrets.recoveryCode, '')).toMatchObject({ status: 200 })
    expect(await open(...parts, OTHER_CODE.recovery_code, '')).toBeUndefined()
    expect(await open(...parts, secrets.recoveryCode, 'a cookie')).toBeUndefined()
    proves(context, 'N4', 'no code, token, cookie or secret in keys and values')
  })

  it('10,000 exchanges later, nothing is left', async (context) => {
    const { ask } = held({ fetch: async () => Response.json(tokenAnswer) })
    const before = vi.getTimerCount()
    for (let many = 0; many < 100; many += 1) {
      await Promise.all(
        Array.from({ length: 100 }, (_, one) => ask({ mfa_token: `token-${many}-${one}` })),
      )
    }
    expect(vi.getTimerCount() - before).toBe(10_000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(vi.getTimerCount()).toBe(before)
    proves(context, 'N4', '10,000 answers, 0 left after ten minutes')
  }, 60_000)
})

describe('K67 a handler without held answers', () => {
  it.each([LOOK, SEND, { repeat: 'x' }, { repeat: '' }])(
    '%j is 400, and nothing is sent',
    async (more) => {
      const { ask, sent } = held({ held: undefined })
      expect(await ask(more)).toMatchObject({ status: 400, body: { not_sent: 'wrong-parameters' } })
      expect(sent).toHaveLength(0)
    },
  )

  it('a receipt is 400; with them, any other fourth parameter is', async () => {
    const { handler } = held({ held: undefined })
    expect((await handler(receiptPost('a'))).status).toBe(400)
    const { ask, sent } = held()
    const forms: readonly Readonly<Record<string, string>>[] = [
      { repeat: 'x' },
      { repeat: '' },
      { receipt: 'a' },
      { ...LOOK, receipt: 'a' },
    ]
    for (const more of forms) expect(await ask(more)).toMatchObject({ status: 400 })
    expect(sent).toHaveLength(0)
  })

  it.each(['a', '~', 'x'.repeat(43) + '~', '../'.repeat(20)])(
    'the receipt %j removes nothing',
    async (receipt) => {
      const store = memoryAnswers()
      const remove = vi.spyOn(store, 'remove')
      const { handler } = held({}, { store })
      expect((await handler(receiptPost(receipt))).status).toBe(204)
      expect(remove).not.toHaveBeenCalled()
    },
  )
})

describe('K5 the browser disconnects while the exchange runs', () => {
  it('the exchange ends, its answer is held, and the platform waits for it', async (context) => {
    for (let time = 0; time < TIMES; time += 1) {
      const upstream = silentUpstream()
      const waits: Promise<unknown>[] = []
      const count = countingStore()
      const { ask, sessions } = held(
        { fetch: upstream.fetch },
        { store: count.store, waitUntil: (exchange) => void waits.push(exchange) },
      )
      void ask()
      await haveAsked(count, 1)
      upstream.answer()
      await Promise.all(waits)
      expect(await ask(LOOK)).toMatchObject({ status: 200, cookies: ['session=1; HttpOnly'] })
      expect([waits.length, sessions()]).toEqual([1, 1])
    }
    proves(context, ['N1', 'N2'], `${TIMES} × the answer is held, and read later`)
  })
})

describe('K68 a clock that jumps', () => {
  it('an hour ahead or back, changes nothing', async (context) => {
    for (let time = 0; time < TIMES; time += 1) {
      const { ask, sent } = held()
      const first = await ask()
      for (const hours of [1, -2]) {
        vi.setSystemTime(Date.now() + hours * 3_600_000)
        expect(await ask()).toEqual(first)
      }
      expect(sent).toHaveLength(1)
    }
    proves(context, ['N1', 'N2'], `${TIMES} × an hour ahead, and back`)
  })
})

async function askAs(
  { handler }: Pick<ReturnType<typeof held>, 'handler'>,
  browser: Browser,
  handle: string,
  more: Readonly<Record<string, string>> = {},
) {
  const cookie = browser.request().headers.get('cookie') ?? ''
  const headers = { origin: 'https://app.example.com', cookie }
  return seen(await handler(post(form({ mfa_token: handle, ...more }), headers)))
}

function receiptPost(receipt: unknown, cookie = ''): Request {
  const body = new URLSearchParams({ receipt: String(receipt) })
  return post(body, { origin: 'https://app.example.com', cookie })
}

/** Lets time pass until it settles. A millisecond at a time, so that real work gets done in between. */
async function fastForward(promise: Promise<unknown>): Promise<void> {
  const state = { settled: false }
  void promise.finally(() => (state.settled = true))
  while (!state.settled) {
    await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(20)
  }
}
