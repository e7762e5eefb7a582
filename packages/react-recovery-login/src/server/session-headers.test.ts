import { connect, constants } from 'node:http2'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { serveHandler } from '#test/serve-handler.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import { form, options, secrets, tokenAnswer } from './server.fixture.ts'

type Pairs = [name: string, value: string][]

/** What a Node client reads; `cookies` are the `set-cookie` lines that arrived. */
interface Received {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: string
}

const content = { 'content-type': 'application/x-www-form-urlencoded' }

async function overHttp1(url: string): Promise<Received> {
  const init = { method: 'POST', body: form(), headers: { origin: url } }
  const response = await fetch(url, init)
  const cookies = response.headers.getSetCookie()
  return { status: response.status, cookies, body: await response.text() }
}

function overHttp2(url: string): Promise<Received> {
  const session = connect(url)
  const stream = session.request({ ':method': 'POST', origin: url, ...content })
  stream.setEncoding('utf8').end(form().toString())
  return new Promise<Received>((resolve, reject) => {
    let received = { status: 0, cookies: [] as readonly string[], body: '' }
    stream.on('response', ({ ':status': status = 0, 'set-cookie': cookies = [] }) => {
      received = { ...received, status, cookies }
    })
    stream.on('data', (chunk: string) => (received = { ...received, body: received.body + chunk }))
    stream.on('error', reject)
    stream.on('end', () => resolve(received))
  }).finally(() => session.close())
}

/** Signs in over a real Node server, with any headers from `onTokens`. */
async function start(protocol: 'HTTP/1.1' | 'HTTP/2') {
  let headers: HeadersInit = []
  const events: RecoveryCodeHandlerEvent[] = []
  const handler = createRecoveryCodeHandler({
    ...options,
    onTokens: () => headers,
    onEvent: (event) => events.push(event),
    fetch: async () => Response.json(tokenAnswer),
  })
  const served = await serveHandler(handler, protocol)
  onTestFinished(served.close)
  return async (given: HeadersInit) => {
    headers = given
    events.length = 0
    const received = await (protocol === 'HTTP/2' ? overHttp2 : overHttp1)(served.url)
    return { ...received, events: [...events] }
  }
}

const answered = (session: boolean) => ({
  status: 200,
  body: `{"recovery_code":"${secrets.newRecoveryCode}","session":${session}}`,
})
const noSession = [
  { type: 'callback-failed', callback: 'onTokens' },
  { type: 'unfinished', rotated: true },
]

describe.each(['HTTP/1.1', 'HTTP/2'] as const)('over %s', (protocol) => {
  test.each<[string, Pairs]>([
    ['a cookie with a control character', [['set-cookie', 'session=a\u0001']]],
    ['a cookie with DEL', [['set-cookie', 'session=a\u007f']]],
    ['another header with a control character', [['x-name', 'a\u001fb']]],
  ])('K16 %s is not sent, and the new code is', async (_what, pairs) => {
    const signIn = await start(protocol)
    expect(await signIn([['set-cookie', 'first=1'], ...pairs])).toEqual({
      ...answered(false),
      cookies: [],
      events: noSession,
    })
  })

  it('K16 drops connection headers, and the session stays', async () => {
    const signIn = await start(protocol)
    const copied: Pairs = [
      ['connection', 'keep-alive, X-Hop, set-cookie'],
      ['x-hop', 'this connection only'],
      ['keep-alive', 'timeout=5'],
      ['proxy-connection', 'keep-alive'],
      ['te', 'gzip'],
      ['trailer', 'x-checksum'],
      ['transfer-encoding', 'chunked'],
      ['upgrade', 'h2c'],
      ['http2-settings', 'AAMAAABkAAQAAP__'],
    ]
    expect(await signIn([...copied, ['set-cookie', 'session=1']])).toEqual({
      ...answered(true),
      cookies: ['session=1'],
      events: [{ type: 'verified', rotated: true }],
    })
  })

  it('K16 no header costs a code, and `session` says whether the cookie was sent', async (context) => {
    const numRuns = runs(2000, 400)
    const signIn = await start(protocol)
    const names = Object.values(constants).filter((value) => /^[a-z\d-]+$/.test(`${value}`))
    const value = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map(String.fromCharCode) })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names.map(String)), value, async (name, text) => {
        const { status, body, cookies } = await signIn([
          ['set-cookie', 'session=1'],
          [name, text],
        ])
        const { recovery_code, session } = JSON.parse(body)
        expect([status, recovery_code]).toEqual([200, secrets.newRecoveryCode])
        expect(cookies.includes('session=1')).toBe(session)
      }),
      { numRuns, examples: names.map((name) => [String(name), 'x']) },
    )
    proves(context, 'N2', `${numRuns} headers, 0 codes lost`)
  }, 60_000)

  test.each<[string, Pairs]>([
    ['a cookie of 4,097 bytes', cookies([4097])],
    ['a cookie of 20 kB', cookies([20_000])],
    ['five cookies of 4,000 bytes', cookies([4000, 4000, 4000, 4000, 4000])],
    ['another header of 20 kB', [['x-state', 'x'.repeat(20_000)]]],
  ])('K17 %s is not sent, and the new code is', async (_what, pairs) => {
    const signIn = await start(protocol)
    const received = await signIn(pairs)
    expect(received).toMatchObject({ ...answered(false), cookies: [] })
    expect(received.events.slice(-2)).toEqual(noSession)
  })

  test.each<[number[], number | undefined]>([
    [[4096], undefined],
    [[4096, 3876], undefined],
    [[4096, 3877], 8001],
    [[4096, 4096, 4096], 12_330],
  ])('K17 cookies of %j bytes are sent; reported as large: %s', async (sizes, bytes) => {
    const signIn = await start(protocol)
    const received = await signIn(cookies(sizes))
    expect(received).toMatchObject(answered(true))
    expect(received.cookies.map((cookie) => cookie.length)).toEqual(sizes)
    expect(received.events).toEqual([
      ...(bytes === undefined ? [] : [{ type: 'large-headers', bytes }]),
      { type: 'verified', rotated: true },
    ])
  })
})

/** Whole `set-cookie` lines of these sizes in bytes. */
function cookies(sizes: readonly number[]): Pairs {
  return sizes.map((size, index) => ['set-cookie', `c${index}=`.padEnd(size, 'x')])
}
