import { setTimeout as wait } from 'node:timers/promises'
import { act, cleanup } from '@testing-library/react'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { canaries, findCanaries, type CanaryName } from '#test/canaries.ts'
import type { Contender, SignIn } from './contender.ts'
import { faults, type Fault } from './faults.ts'
import { startTokenEndpoint } from './token-endpoint.ts'

/** What a fault did to a contender. */
export interface Measurement {
  readonly fault: string
  readonly contender: string
  /** Requests that reached the server. */
  readonly posts: number
  /** `none`: none was issued, or no client could have read it. */
  readonly newCode: 'shown' | 'lost' | 'none'
  /** Secrets in query caches, storage and cookies when all is over. */
  readonly left: readonly CanaryName[]
}

declare module 'vitest' {
  interface TaskMeta {
    measurement?: Measurement
  }
}

const clientId = 'spa'

/** Runs every fault against a contender and reports the results. Only a contender with a judge can fail. */
export function measure(contender: Contender, judge?: (seen: Measurement) => void): void {
  const ofItsOwn = faults.filter(({ page }) => contender.page || !page)
  test.for(ofItsOwn)(`${contender.name}: $name`, async (fault, { task }) => {
    const seen = await meet(contender, fault)
    task.meta.measurement = seen
    expectFair(fault, seen)
    judge?.(seen)
  })
}

/** Without a fault, every contender has to succeed. */
function expectFair(fault: Fault, { posts, newCode }: Measurement): void {
  const allIsWell = fault === faults[0]
  expect(allIsWell ? { posts, newCode } : wellDone).toEqual(wellDone)
}

const wellDone = { posts: 1, newCode: 'shown' }

async function meet(contender: Contender, fault: Fault): Promise<Measurement> {
  const endpoint = await startTokenEndpoint(fault, clientId)
  const { oldCode: recoveryCode, newCode } = canaries
  // A new one for each sign-in.
  const mfaToken = `${canaries.mfaToken}*${faults.indexOf(fault)}`
  const client = createClient(contender, fault)
  clearAfterwards(client)
  const world = { origin: endpoint.origin, clientId, mfaToken, recoveryCode, client }
  const page = contender.open(world)
  await act(async () => (fault.acts ?? submitOnce)(page, setOnline))
  do await act(() => wait(500))
  while (page.busy())
  const shown = page.text().includes(newCode)
  await act(async () => page.finish())
  await act(async () => page.leave())
  return {
    fault: fault.name,
    contender: contender.name,
    posts: endpoint.posts(),
    newCode: shown ? 'shown' : endpoint.readable() ? 'lost' : 'none',
    left: findCanaries([statesOf(client), storage()]),
  }
}

function submitOnce(page: SignIn): void {
  page.submit()
}

function createClient({ retry }: Contender, { throwingHost }: Fault): QueryClient {
  const onSuccess = () => {
    throw new Error('The host’s own fault.')
  }
  return new QueryClient({
    ...(throwingHost && { mutationCache: new MutationCache({ onSuccess }) }),
    ...(retry !== undefined && { defaultOptions: { mutations: { retry } } }),
  })
}

function statesOf(client: QueryClient): unknown[] {
  return [client.getMutationCache(), client.getQueryCache()].flatMap((cache) =>
    cache.getAll().map(({ state, options, meta }) => ({ state, options, meta })),
  )
}

function storage(): unknown[] {
  return [{ ...localStorage }, { ...sessionStorage }, document.cookie]
}

const { fetch } = globalThis

/** Of both the browser and the network. */
function setOnline(online: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  vi.stubGlobal('fetch', online ? fetch : () => Promise.reject(new TypeError('Failed to fetch')))
  window.dispatchEvent(new Event(online ? 'online' : 'offline'))
}

function clearAfterwards(client: QueryClient): void {
  onTestFinished(() => {
    cleanup()
    client.clear()
    localStorage.clear()
    sessionStorage.clear()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
}
