import type { ReactNode } from 'react'
import {
  dehydrate,
  keepPreviousData,
  onlineManager,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import {
  useRecoveryCodeAvailability,
  type AvailabilityRequest,
} from './use-recovery-code-availability.ts'

const { mfaToken } = canaries
const recoveryCode = { id: 'recovery-code|1', authenticator_type: 'recovery-code', active: true }
const otp = { id: 'totp|1', authenticator_type: 'otp', active: true }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** The endpoint, by token. It throws on any other request. */
function createEndpoint(answers: Record<string, () => Response | Promise<Response>>) {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? ''
    asked.push(token)
    const { method = 'GET', body } = init ?? {}
    const answer = answers[token]
    if (String(input) !== 'https://tenant.example/mfa/authenticators' || method !== 'GET' || body)
      throw new Error(`This is not the one GET: ${method} ${String(input)}`)
    if (answer === undefined) throw new Error('Nobody has this token.')
    return answer()
  }
  return { asked, request: { domain: 'tenant.example', mfaToken, fetch } }
}

function ask(request: AvailabilityRequest, client?: QueryClient) {
  const wrapper = ({ children }: { children: ReactNode }) =>
    client ? <QueryClientProvider client={client}>{children}</QueryClientProvider> : children
  return renderHook((request: AvailabilityRequest) => useRecoveryCodeAvailability(request), {
    initialProps: request,
    reactStrictMode: true,
    wrapper,
  })
}
const wait = (milliseconds = 0) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe.each([
  ['the host’s client', () => new QueryClient()],
  ['no provider', () => undefined],
  [
    'a client whose defaults would get in the way',
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            placeholderData: keepPreviousData,
            select: () => ['sms'],
            networkMode: 'offlineFirst',
            retryDelay: 600_000,
            refetchInterval: 1000,
          },
        },
      }),
  ],
])('%s', (_host, newClient) => {
  test.each([
    ['a code and an app', [recoveryCode, otp], 'available', ['otp']],
    ['only an app', [otp], 'not-available', ['otp']],
    ['nothing', [], 'not-available', []],
    ['a code that was never confirmed', [{ ...recoveryCode, active: false }], 'not-available', []],
  ])('%s', async (_what, list, status, otherMethods) => {
    const { asked, request } = createEndpoint({ [mfaToken]: () => Response.json(list) })
    const { result } = ask(request, newClient())
    expect(result.current).toEqual({ status: 'checking', otherMethods: [] })
    await wait()
    expect(result.current).toEqual({ status, otherMethods })
    expect(asked).toEqual([mfaToken])
  })

  it('makes no request if the 403 already said it', async () => {
    const { asked, request } = createEndpoint({})
    const { result } = ask({ ...request, challenge: ['otp', 'recovery-code'] }, newClient())
    expect(result.current).toEqual({ status: 'available', otherMethods: ['otp'] })
    await wait()
    expect(asked).toEqual([])
  })

  it('is unknown if the request fails, after two retries', async () => {
    const { asked, request } = createEndpoint({
      [mfaToken]: () => Promise.reject(new TypeError('fetch failed')),
    })
    const { result } = ask(request, newClient())
    await wait(60_000)
    expect(result.current.status).toBe('unknown')
    expect(asked).toHaveLength(3)
  })

  it('is unknown when offline, so that nobody waits forever', async () => {
    onlineManager.setOnline(false)
    onTestFinished(() => onlineManager.setOnline(true))
    const { request } = createEndpoint({
      [mfaToken]: () => Promise.reject(new TypeError('fetch failed')),
    })
    const { result } = ask(request, newClient())
    await wait(60_000)
    expect(result.current.status).toBe('unknown')
  })

  it('the next person is never shown the last one’s answer', async () => {
    const next = `${mfaToken}*next`
    const { request } = createEndpoint({
      [mfaToken]: () => Response.json([recoveryCode]),
      [next]: () => Response.json([otp]),
    })
    const { result, rerender } = ask(request, newClient())
    await wait()
    expect(result.current.status).toBe('available')
    rerender({ ...request, mfaToken: next })
    expect(result.current.status).toBe('checking')
    await wait()
    expect(result.current.status).toBe('not-available')
  })
})

it('C6 ignores an app-wide throwOnError', async () => {
  const { request } = createEndpoint({ [mfaToken]: () => new Response('', { status: 500 }) })
  const defaultOptions = { queries: { throwOnError: true, retry: 10, meta: { seen: true } } }
  const { result } = ask(request, new QueryClient({ defaultOptions }))
  await wait(60_000)
  expect(result.current.status).toBe('unknown')
})

it('G5 the token is in no key, state or error of the cache, and the answer goes with its reader', async () => {
  const client = new QueryClient()
  const cacheEvents: unknown[] = []
  client.getQueryCache().subscribe(({ query, type }) => {
    cacheEvents.push({ type, key: query.queryKey, state: query.state, meta: query.meta })
  })
  const { request } = createEndpoint({
    [mfaToken]: () =>
      Response.json({ error: 'invalid_token', error_description: mfaToken }, { status: 401 }),
  })
  const { unmount } = ask(request, client)
  await wait(60_000)
  expect(cacheEvents).toContainEqual(
    expect.objectContaining({
      key: ['recovery-code-availability', 'tenant.example', expect.any(String)],
    }),
  )
  expect(findCanaries(cacheEvents)).toEqual([])
  expect(findCanaries(dehydrate(client, { shouldDehydrateQuery: () => true }))).toEqual([])
  unmount()
  await wait()
  expect(client.getQueryCache().getAll()).toEqual([])
})
