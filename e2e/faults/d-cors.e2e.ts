import type { Page } from 'playwright'
import { expect, it, onTestFinished, test, vi } from 'vitest'
import type { Fault } from '#test/fault-server/fault-server.ts'
import { answerWith, withoutPermission } from '#test/fault-server/faults.ts'
import { proves } from '#test/faults/runs.ts'
import { startFaultSite, type FaultSiteOptions } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A host tool that adds a header to each request, so the browser sends a preflight. */
const adding = (header: string) => (page: Page) =>
  page.addInitScript((name) => {
    const { fetch } = window
    window.fetch = (input, init) => fetch(input, { ...init, headers: { [name]: 'x' } })
  }, header)

interface CorsCase {
  readonly name: string
  readonly options?: FaultSiteOptions
  readonly prepare?: (page: Page) => unknown
  readonly fault?: Fault
  readonly seen: { readonly recoveries: number; readonly commits: number }
}

test.for<CorsCase>([
  {
    name: 'D6 an origin that is not let in',
    options: { allowed: false },
    seen: { recoveries: 1, commits: 0 },
  },
  {
    name: 'D6 an answer without permission',
    fault: withoutPermission,
    seen: { recoveries: 1, commits: 1 },
  },
  {
    name: 'D7 a preflight that is refused',
    prepare: adding('x-trace'),
    seen: { recoveries: 0, commits: 0 },
  },
  {
    name: 'D7 a preflight that goes well, and an answer without permission',
    // The one tool header that the server allows.
    prepare: adding('dpop'),
    fault: withoutPermission,
    seen: { recoveries: 1, commits: 1 },
  },
])('$name', async ({ options, prepare, fault, seen }, context) => {
  const site = await startFaultSite('challenge.tsx', options)
  onTestFinished(site.close)
  const signIn = await openSignIn(site, { ...(prepare && { prepare }) })
  site.server.fault = fault
  await signIn.begin()
  await signIn.giveCode()
  await signIn.heading('We did not get an answer').waitFor()
  // To a page it looks like any lost connection, and is reported as one.
  await signIn.page.getByText('Your code was sent, but the answer got lost').waitFor()
  expect(signIn.posts).toBe(1)
  expect(signIn.seen).toEqual(seen)
  proves(context, ['N1', 'N3'], '1 sign-in, 1 POST, fixed: once')
})

/** Too many attempts, and a wait of 20 seconds that a page may or may not be able to read. */
const limit = (expose: string) =>
  answerWith(
    429,
    { error: 'too_many_attempts' },
    { 'retry-after': '20', 'access-control-expose-headers': expose },
  )

it('F7 a wait that CORS hides is six minutes, a visible one is as long as it says', async (context) => {
  const site = await startFaultSite('challenge.tsx')
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  const timer = signIn.page.getByRole('timer')
  for (const [expose, wait] of [
    ['', /^(?:6:00|5:\d\d)/],
    ['retry-after', /^0:(?:20|1\d)/],
  ] as const) {
    site.server.fault = limit(expose)
    await signIn.begin()
    await signIn.giveCode()
    await timer.waitFor()
    expect(await timer.textContent()).toMatch(wait)
    expect(signIn.posts).toBe(1)
    expect(await signIn.code.inputValue()).toBe(site.server.code)
  }
  proves(context, ['N1', 'N3'], '1 hidden wait: 6 minutes, fixed: once')
})
