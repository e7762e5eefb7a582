import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { readVerification } from '../protocol/read-verification.ts'
import { post, tokenAnswer } from './server.fixture.ts'
import { create, silentUpstream, stalledPost, TEN_SECONDS } from './stalled.fixture.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('K19 exchanges in flight', () => {
  async function fill(maxInFlight?: number, many = maxInFlight ?? 0) {
    const upstream = silentUpstream()
    const { handler, events } = create({
      fetch: upstream.fetch,
      ...(maxInFlight && { maxInFlight }),
    })
    const answers = Array.from({ length: many }, () => handler(post()))
    await vi.waitFor(() => expect(upstream.open).toHaveLength(many))
    return { handler, upstream, answers, events }
  }

  it('past the limit, the next is 503 and is not sent', async () => {
    const { handler, upstream, answers, events } = await fill(2)
    const response = await handler(post())
    expect(events).toEqual([{ type: 'request-refused', status: 503, reason: 'busy' }])
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
    expect(upstream.open).toHaveLength(2)
    expect(await readVerification(response)).toMatchObject({
      outcome: 'unknown',
      error: { code: 'server-error', codeMayBeSpent: true, retryAfter: TEN_SECONDS },
    })
    upstream.answer()
    expect((await answers[0])?.status).toBe(200)
    const next = handler(post())
    await vi.waitFor(() => expect(upstream.open).toHaveLength(2))
    upstream.answer()
    upstream.answer({})
    expect((await next).status).toBe(502)
  })

  it('are 200 by default', async (context) => {
    const { handler, upstream } = await fill(undefined, 200)
    expect((await handler(post())).status).toBe(503)
    expect(upstream.open).toHaveLength(200)
    proves(context, ['N1', 'N3'], '200 exchanges, the next not sent')
  })

  test.each<[string, object]>([
    ['an unreachable upstream', { fetch: () => Promise.reject(new Error()) }],
    ['a fetch that throws', { fetch: 'none' }],
    ['a callback that fails', { resolveMfaToken: () => Promise.reject(new Error()) }],
    ['a sign-in that is over', { resolveMfaToken: () => undefined }],
    ['a session that fails', { onTokens: () => Promise.reject(new Error()) }],
  ])('%s frees its slot', async (_what, changes) => {
    const fetch = async () => Response.json(tokenAnswer)
    const { handler } = create({ fetch, ...changes, maxInFlight: 1 })
    const first = await handler(post())
    const second = await handler(post())
    expect(second.status).toBe(first.status)
    expect(second.status).not.toBe(503)
  })

  it('do not count a body that is still arriving', async () => {
    const fetch = async () => Response.json(tokenAnswer)
    const { handler } = create({ fetch, maxInFlight: 1 })
    const stalled = handler(stalledPost())
    expect((await handler(post())).status).toBe(200)
    await vi.advanceTimersByTimeAsync(TEN_SECONDS)
    expect((await stalled).status).toBe(408)
  })
})
