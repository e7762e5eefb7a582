import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { serveHandler } from '#test/serve-handler.ts'
import { readVerification } from '../protocol/read-verification.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { form, post, secrets, tokenAnswer } from './server.fixture.ts'
import {
  create,
  HEADERS,
  HOUR,
  silentUpstream,
  stalledPost,
  TEN_SECONDS,
} from './stalled.fixture.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('K18 a body that stalls', () => {
  test.each([
    ['after its first bytes', 'grant_type=', HOUR],
    ['before its first byte', '', HOUR],
    ['on its last bytes', form().toString(), HOUR],
    ['a byte a second', 'grant_type=', 1000],
  ])('%s is cut short, and nothing is sent or resolved', async (_how, piece, everyMs) => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const resolveMfaToken = vi.fn<() => undefined>()
    const { handler, events } = create({ fetch, resolveMfaToken })
    const answered = handler(stalledPost(piece, everyMs))
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    const response = await answered
    expect(response.status).toBe(408)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([fetch.mock.calls, resolveMfaToken.mock.calls]).toEqual([[], []])
    expect(events).toEqual([{ type: 'request-refused', status: 408, reason: 'slow-body' }])
    // A browser may have sent the request twice, so this never reads as "nothing was used".
    expect(await readVerification(response)).toMatchObject({
      outcome: 'unknown',
      error: { code: 'server-error', codeMayBeSpent: true },
    })
  })

  it('is cut short over HTTP', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    let asked = () => {}
    const reading = new Promise<void>((resolve) => (asked = resolve))
    const { handler } = create({ fetch })
    const served = await serveHandler((request) => {
      asked()
      return handler(request)
    })
    onTestFinished(served.close)
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    socket.write(
      `POST / HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: ${HEADERS['content-type']}\r\ncontent-length: 100\r\n\r\ngrant`,
    )
    await reading
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    const [answer] = await once(socket.setEncoding('utf8'), 'data')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('that arrives in time leaves no timer', async () => {
    const { handler } = create({ fetch: async () => Response.json(tokenAnswer) })
    expect((await handler(post())).status).toBe(200)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('K18 a callback that hangs before the code is sent', () => {
  test.each<[string, object]>([
    ['resolveMfaToken', { resolveMfaToken: () => new Promise(() => {}) }],
    ['clientAssertion', { clientSecret: undefined, clientAssertion: () => new Promise(() => {}) }],
  ])('%s is reported after ten seconds, and nothing is sent', async (callback, changes) => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const { handler, events } = create({ fetch, ...changes })
    const answered = handler(post())
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    const response = await answered
    expect([response.status, fetch.mock.calls]).toEqual([403, []])
    expect(events).toEqual([
      { type: 'callback-failed', callback },
      { type: 'refused', code: 'not-enabled' },
    ])
  })

  it('that returns its token too late sends nothing', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    let resolve: (token: string) => void = () => {}
    const resolveMfaToken = () => new Promise<string>((late) => (resolve = late))
    const { handler } = create({ fetch, resolveMfaToken })
    const answered = handler(post())
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    await answered
    resolve(secrets.mfaToken)
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    expect(fetch).not.toHaveBeenCalled()
  })
})

it('K20 an upstream that is silent for an hour keeps its request, and its answer is passed on', async () => {
  const upstream = silentUpstream()
  const onTokens = vi.fn<() => void>()
  const { handler } = create({ fetch: upstream.fetch, onTokens })
  const answered = handler(post())
  await vi.waitFor(() => expect(upstream.open).toHaveLength(1))
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(upstream.open).toHaveLength(1)
  upstream.answer()
  expect(await (await answered).json()).toEqual({
    recovery_code: secrets.newRecoveryCode,
    session: true,
  })
  expect(onTokens).toHaveBeenCalledOnce()
})

describe('K21 onTokens', () => {
  it('is aborted when its time is up, and what it then returns is not sent', async () => {
    let called: (over: AbortSignal) => void = () => {}
    const asked = new Promise<AbortSignal>((resolve) => (called = resolve))
    const onTokens: RecoveryCodeHandlerOptions['onTokens'] = (_tokens, _request, over) =>
      new Promise((resolve) => {
        over.addEventListener('abort', () => resolve({ 'set-cookie': 'session=late' }))
        called(over)
      })
    const { handler, events } = create({ onTokens, fetch: async () => Response.json(tokenAnswer) })
    const answered = handler(post())
    const over = await asked
    await vi.advanceTimersByTimeAsync(TEN_SECONDS - 1)
    expect(over.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(over.aborted).toBe(true)
    const response = await answered
    expect(await response.json()).toEqual({
      recovery_code: secrets.newRecoveryCode,
      session: false,
    })
    expect(response.headers.getSetCookie()).toEqual([])
    expect(events).toEqual([
      { type: 'callback-failed', callback: 'onTokens' },
      { type: 'unfinished', rotated: true },
    ])
  })

  it('that is in time is never aborted', async () => {
    const onTokens = vi.fn<RecoveryCodeHandlerOptions['onTokens']>()
    const { handler } = create({ onTokens, fetch: async () => Response.json(tokenAnswer) })
    await handler(post())
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(onTokens.mock.calls[0]?.[2].aborted).toBe(false)
  })
})
