import { createSyncStoragePersister } from '@tanstack/query-sync-storage-persister'
import {
  dehydrate,
  focusManager,
  hydrate,
  MutationObserver,
  onlineManager,
  QueryClient,
  QueryClientProvider,
  useIsMutating,
  type DefaultOptions,
} from '@tanstack/react-query'
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { expectFinished, open, settle, signIn, submitCode, type Person } from './harness.tsx'
import { journeys, travel } from './journeys.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { newCode } = canaries
const strict = { reactStrictMode: true }
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  onlineManager.setOnline(true)
  focusManager.setFocused(undefined)
  localStorage.clear()
})

type Mutations = NonNullable<DefaultOptions['mutations']>

/** A sign-in with a host's client. */
function under(client: QueryClient) {
  const sign = signIn()
  const on = open(<QueryClientProvider client={client}>{sign.page()}</QueryClientProvider>, strict)
  return { sign, on }
}

/** Sets both the flag and the event of a browser. */
function goOnline(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')))
}

/** Everything that makes react-query send again. */
async function wakeUp(client: QueryClient) {
  goOnline(false)
  goOnline(true)
  act(() => {
    focusManager.setFocused(false)
    focusManager.setFocused(true)
    window.dispatchEvent(new Event('focus'))
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await act(() => client.resumePausedMutations())
  await act(() => vi.advanceTimersByTimeAsync(60_000))
}

test.for<[string, Mutations]>([
  ['retry: 3', { retry: 3, retryDelay: 1 }],
  ['retry: true', { retry: true, retryDelay: 1 }],
  ['retry: a function', { retry: () => true, retryDelay: () => 1 }],
  ['a scope', { scope: { id: 'all' } }],
  ['networkMode: offlineFirst', { networkMode: 'offlineFirst', retry: 3, retryDelay: 1 }],
])('C1 an app-wide %s', async ([, mutations], test) => {
  const client = new QueryClient({ defaultOptions: { mutations } })
  const { sign, on } = under(client)
  await submitCode(on)
  sign.wire.cut()
  await settle()
  await wakeUp(client)
  expect(sign.wire.posts).toHaveLength(1)
  expect(on.heading()).toBe('We did not get an answer')
  proves(test, 'N1', '1 lost answer → 1 POST, fixed: once')
})

it('C2 offline at the submit: held back, says so, and sent by its own button', async (test) => {
  const client = new QueryClient()
  goOnline(true)
  const { sign, on } = under(client)
  // react-query only listens while a provider is mounted.
  goOnline(false)
  await submitCode(on)
  expect(sign.wire.posts).toHaveLength(0)
  expect(on.get('alert')).toHaveTextContent('You seem to be offline')
  expect(on.get('alert')).toHaveTextContent('Nothing was sent')
  on.press('send-anyway')
  await settle(1)
  expect(sign.wire.posts).toHaveLength(1)
  sign.wire.cut()
  await settle()
  expect(on.heading()).toBe('We did not get an answer')
  const states = client
    .getMutationCache()
    .getAll()
    .map(({ state }) => state)
  expect(states).toMatchObject([{ status: 'success', isPaused: false }])
  proves(test, ['N1', 'N3'], '1 submit → 0 POSTs, 1 press → 1 POST, fixed: once')
})

it('C3 online again, the window in focus, resumePausedMutations', async (test) => {
  for (const mounted of [true, false]) {
    const client = new QueryClient()
    goOnline(false)
    const { sign, on } = under(client)
    await submitCode(on)
    await wakeUp(client)
    expect(sign.wire.posts, 'what was held back').toHaveLength(0)
    goOnline(false)
    on.press('send-anyway')
    await settle(1)
    sign.wire.cut()
    await settle()
    if (!mounted) on.unmount()
    await wakeUp(client)
    expect(sign.wire.posts, 'what was lost').toHaveLength(1)
    on.unmount()
  }
  proves(test, 'N1', '2 times online again, mounted or not → 0 POSTs, fixed: once each')
})

it('C4 a persister that writes at once, offline and online, and a reload', async (test) => {
  let written = 0
  for (const online of [true, false]) {
    const setItem = vi.spyOn(Storage.prototype, 'setItem')
    const persister = createSyncStoragePersister({ storage: localStorage, throttleTime: 0 })
    const dehydrateOptions = { shouldDehydrateMutation: () => true }
    const persistOptions = { persister, dehydrateOptions }
    const app = (client: QueryClient, page: Parameters<typeof open>[0]) => (
      <PersistQueryClientProvider client={client} persistOptions={persistOptions}>
        {page}
      </PersistQueryClientProvider>
    )
    goOnline(online)
    const sign = signIn()
    const on = open(app(new QueryClient(), sign.page()), strict)
    await settle()
    await submitCode(on)
    if (on.find('send-anyway')) on.press('send-anyway')
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(sign.wire.posts).toHaveLength(1)
    // The page unloads with the request open, and another one restores what was stored.
    const stored = localStorage.getItem('REACT_QUERY_OFFLINE_CACHE')
    expect(stored).toContain('recovery-code')
    const reloaded = new QueryClient()
    const next = open(app(reloaded, <p>Another page</p>))
    await act(() => vi.advanceTimersByTimeAsync(1000))
    await wakeUp(reloaded)
    expect(sign.wire.posts).toHaveLength(1)
    await sign.answer(success)
    expect(on.code()).toBe(newCode)
    await expectFinished(on, sign)
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(findCanaries(setItem.mock.calls)).toEqual([])
    written += setItem.mock.calls.length
    on.unmount()
    next.unmount()
    setItem.mockRestore()
  }
  expect(written).toBeGreaterThan(0)
  proves(
    test,
    ['N1', 'N4'],
    `online and offline, ${written} writes → 0 canaries, 0 resends, fixed: once each`,
  )
})

test.for(Object.keys(journeys))('C5 dehydrated and hydrated elsewhere: %s', async (step, test) => {
  const client = new QueryClient()
  const { sign, on } = await travel(step, (page) => (
    <QueryClientProvider client={client}>{page}</QueryClientProvider>
  ))
  const posts = sign.wire.posts.length
  const dehydrated = dehydrate(client, {
    shouldDehydrateMutation: () => true,
    shouldDehydrateQuery: () => true,
  })
  // A host may serialize it into a page's HTML.
  expect(findCanaries(structuredClone(dehydrated))).toEqual([])
  const other = new QueryClient()
  hydrate(other, JSON.parse(JSON.stringify(dehydrated)))
  await wakeUp(other)
  expect(sign.wire.posts).toHaveLength(posts)
  on.unmount()
  proves(test, ['N1', 'N4'], '0 canaries, 0 POSTs')
})

it('C6 an app-wide throwOnError', async (test) => {
  const { sign, on } = under(
    new QueryClient({ defaultOptions: { mutations: { throwOnError: true } } }),
  )
  await submitCode(on)
  await sign.answer('<html>Sign in to the Wi-Fi</html>')
  expect(on.heading()).toBe('We did not get an answer')
  proves(test, 'N3', '1 lost answer → 0 render errors, fixed: once')
})

test.for([0, Number.POSITIVE_INFINITY])('C7 an app-wide gcTime of %s', async (gcTime, test) => {
  const client = new QueryClient({ defaultOptions: { mutations: { gcTime } } })
  const { sign, on } = under(client)
  await submitCode(on)
  on.unmount()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  const while60s = timers.mock.calls.length
  // Two for the silence; for the one look that the handler refuses, two of its own and two to read that.
  expect(while60s).toBe(6)
  await sign.answer(success)
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  expect(client.getMutationCache().getAll(), 'what is left in the cache').toEqual([])
  proves(test, 'N4', `${while60s} timers in 60 s, 0 mutations left`)
})

it('C9 the host’s own defaults for the mutation key', async (test) => {
  const theirs = vi.fn<() => Promise<void>>()
  const client = new QueryClient()
  client.setMutationDefaults(['recovery-code'], {
    mutationFn: theirs,
    retry: 3,
    networkMode: 'online',
    gcTime: 0,
    meta: { seen: true },
    scope: { id: 'one' },
    throwOnError: true,
  })
  // Another mutation of the app, which the rest of its scope waits for.
  const endless = { scope: { id: 'one' }, mutationFn: () => new Promise(() => undefined) }
  void new MutationObserver(client, endless).mutate()
  const { sign, on } = under(client)
  await submitCode(on)
  await sign.answer(success)
  expect(on.code()).toBe(newCode)
  const mutation = client.getMutationCache().find({ mutationKey: ['recovery-code'] })
  expect(mutation?.state).toMatchObject({ status: 'success', isPaused: false })
  expect(mutation?.meta).toBeUndefined()
  const pinned = { retry: false, networkMode: 'always', throwOnError: false }
  expect(mutation?.options, 'as devtools show it').toMatchObject(pinned)
  await expectFinished(on, sign)
  expect(theirs).not.toHaveBeenCalled()
  proves(test, ['N1', 'N2'], '1 sign-in → the code is shown, 0 calls of theirs, fixed: once')
})

it('C10 no QueryClientProvider', async (test) => {
  const sign = signIn()
  const on = open(sign.page(), strict)
  await submitCode(on)
  await sign.answer(success)
  await expectFinished(on, sign)
  proves(test, 'N2', '1 sign-in, 0 console calls')
})

it('the attempt shows in the host’s client, and leaves it', async () => {
  const client = new QueryClient()
  const running: number[] = []
  function Devtools() {
    running.push(useIsMutating({ mutationKey: ['recovery-code'] }))
    return null
  }
  const sign = signIn()
  const on: Person = open(
    <QueryClientProvider client={client}>
      {sign.page()}
      <Devtools />
    </QueryClientProvider>,
  )
  await submitCode(on)
  // react-query notifies its subscribers in a timer.
  await act(() => vi.advanceTimersByTimeAsync(0))
  await sign.answer(success)
  await act(() => vi.advanceTimersByTimeAsync(0))
  expect(running).toEqual([0, 1, 0])
  const [mutation] = client.getMutationCache().getAll()
  expect(mutation?.state).toMatchObject({
    status: 'success',
    variables: undefined,
    data: { outcome: 'verified', rotated: true, unchanged: false, late: false },
  })
  await act(() => vi.advanceTimersByTimeAsync(31_000))
  expect(client.getMutationCache().getAll()).toEqual([])
})
