import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { Hiding, open, settle, signIn } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success } from './wire.ts'

/** One page among several of the same sign-in, and its fate. */
type Page = { on: ReturnType<typeof open>; hidden: boolean } | undefined

/** A sign-in under random actions of a person, a host and a network. */
function createWorld() {
  const { wire, page } = signIn()
  const pages: Page[] = [undefined, undefined]
  const client = { current: new QueryClient() }
  let asked = 0
  let issued = 0
  /** The new code that must be on screen until it is confirmed. */
  let unsaved: string | undefined

  const tree = (hidden: boolean) => (
    <Hiding hidden={hidden}>
      <QueryClientProvider client={client.current}>{page()}</QueryClientProvider>
    </Hiding>
  )
  const visible = (at: number) => {
    const one = pages[at]
    return one === undefined || one.hidden ? undefined : one.on
  }
  const press = (at: number, part: string, times: number) => {
    const button = visible(at)?.find(part)
    if (button === null || button === undefined) return
    asked += 1
    act(() => {
      for (let time = 0; time < times; time += 1) button.click()
    })
  }
  const submit = (at: number, times: number) => {
    const on = visible(at)
    if (on?.find('input')) on.type(canaries.oldCode)
    press(at, 'submit', times)
  }
  const network = (online: boolean) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
    act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')))
  }
  const refuse = (status: number, error: string) => {
    if (wire.open() > 0) wire.answer({ error }, { status, headers: { 'retry-after': '20' } })
  }

  const acts: Record<string, (at: number) => void> = {
    mount: (at) =>
      void (pages[at] ??= { on: open(tree(false), { reactStrictMode: true }), hidden: false }),
    unmount(at) {
      pages[at]?.on.unmount()
      pages[at] = undefined
    },
    'hide or show'(at) {
      const one = pages[at]
      if (one === undefined) return
      one.hidden = !one.hidden
      one.on.rerender(tree(one.hidden))
    },
    'another client'(at) {
      client.current = new QueryClient({ defaultOptions: { mutations: { retry: 3 } } })
      pages[at]?.on.rerender(tree(pages[at].hidden))
    },
    submit: (at) => submit(at, 1),
    'submit twice': (at) => submit(at, 2),
    'send anyway': (at) => press(at, 'send-anyway', 2),
    'try again': (at) => press(at, 'retry', 2),
    'go offline': () => network(false),
    'go online': () => network(true),
    success() {
      if (wire.open() === 0) return
      issued += 1
      unsaved = `N3W${String(issued).padStart(21, 'Z')}`
      wire.answer({ ...success, recovery_code: unsaved })
    },
    refused: () => refuse(403, 'invalid_grant'),
    limited: () => refuse(429, 'too_many_attempts'),
    expired: () => refuse(401, 'expired_token'),
    lost: () => wire.open() > 0 && wire.cut(),
    'wait 11 s': () => void act(() => vi.advanceTimersByTime(11_000)),
    'wait 31 s': () => void act(() => vi.advanceTimersByTime(31_000)),
    confirm(at) {
      const on = visible(at)
      if (on?.code() === undefined) return
      on.tick()
      on.press('continue')
      on.press('continue')
      unsaved = undefined
    },
  }
  return {
    acts,
    async after(name: string, at: number) {
      const before = wire.posts.length
      const open = wire.open()
      acts[name]?.(at)
      await settle(wire.open() < open ? 3 : 1)
      const sent = wire.posts.length - before
      expect(sent, 'sent by an act').toBeLessThanOrEqual(/submit|again|anyway/.test(name) ? 1 : 0)
      expect(wire.posts.length, 'sent unasked').toBeLessThanOrEqual(asked)
      expect(wire.mostOpen(), 'in flight at once').toBeLessThanOrEqual(1)
      for (const at of pages.keys()) {
        const on = visible(at)
        // A page showing the end of a sign-in keeps showing it while another page starts the next.
        if (unsaved === undefined || on?.find('message')?.dataset['rrlState'] === 'complete')
          continue
        if (on !== undefined) expect(on.code()).toBe(unsaved)
      }
    },
    end() {
      for (const one of pages) one?.on.unmount()
      if (wire.open() > 0) wire.cut()
      return { posts: wire.posts.length, codes: issued }
    },
  }
}

/** One page shows the end of a sign-in while another starts the next. */
const anotherSignIn = [
  ['submit', 0],
  ['success', 0],
  ['confirm', 0],
  ['mount', 1],
  ['submit', 1],
  ['success', 1],
] satisfies [string, number][]

it('A5 random schedules: submit, unmount, remount, hide, offline, late answer, retry, a second form', async (test) => {
  const tries = runs(5000, 200)
  const total = { posts: 0, codes: 0 }
  const acts = Object.keys(createWorld().acts)
  // Without these, most schedules would send nothing.
  const often = ['mount', 'submit', 'submit twice', 'success', 'lost', 'try again', 'go online']
  const step = fc.tuple(fc.constantFrom(...acts, ...often, ...often), fc.constantFrom(0, 0, 1))
  const schedules = fc.array(step, { minLength: 6, maxLength: 24, size: 'max' })
  vi.useFakeTimers()
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = createWorld()
      await world.after('mount', 0)
      for (const [name, at] of schedule) await world.after(name, at)
      // The person who left comes back to it.
      await world.after('unmount', 0)
      await world.after('mount', 0)
      const { posts, codes } = world.end()
      total.posts += posts
      total.codes += codes
      vi.clearAllTimers()
    }),
    { numRuns: tries, examples: [[anotherSignIn]] },
  )
  proves(
    test,
    ['N1', 'N2', 'N3'],
    `${tries} schedules, ${total.posts} POSTs, ${total.codes} new codes → 0 unasked, 0 two at once, 0 lost`,
  )
})
