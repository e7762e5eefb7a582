import { act } from '@testing-library/react'
import fc from 'fast-check'
import { beforeEach, expect, it, test, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { open, settle, signIn, submitCode, type Person, type SignIn } from './harness.tsx'
import { proves, runs } from './runs.ts'

const strict = { reactStrictMode: true }
const NOW = Date.UTC(2026, 8, 12, 10)
const DAY = 86_400_000

beforeEach(() => void vi.useFakeTimers({ now: NOW }))

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

async function limited(headers: Record<string, string> = {}) {
  const sign = signIn()
  const on = open(sign.page(), strict)
  await submitCode(on)
  await sign.answer({ error: 'too_many_attempts' }, { status: 429, headers })
  return { sign, on }
}

/** Sending is refused, with the reason tied to the button. */
async function expectBlocked(on: Person, { wire }: SignIn) {
  const posts = wire.posts.length
  const button = on.get('submit')
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(button).toHaveAttribute('aria-describedby', on.get('alert').id)
  button.click()
  await settle(1)
  expect(wire.posts).toHaveLength(posts)
}

/** The button is back by itself. */
async function expectUnblocked(on: Person, { wire }: SignIn) {
  const posts = wire.posts.length
  expect(on.get('alert-title')).toHaveTextContent('You can try again now.')
  expect(on.get('submit')).not.toHaveAttribute('aria-disabled')
  on.press('submit')
  await settle(1)
  expect(wire.posts).toHaveLength(posts + 1)
}

/** The seconds of `5:42`. */
function secondsLeft(on: Person): number {
  const [minutes = Number.NaN, seconds = Number.NaN] = on
    .get('countdown-time')
    .textContent.split(':')
    .map(Number)
  return minutes * 60 + seconds
}

test.for<[what: string, headers: Record<string, string>, seconds: number]>([
  ['Retry-After in seconds', { 'retry-after': '90' }, 90],
  ['Retry-After as a date', { 'retry-after': new Date(NOW + 120_000).toUTCString() }, 120],
  ['Retry-After in the past', { 'retry-after': new Date(NOW - DAY).toUTCString() }, 1],
  ['a huge Retry-After', { 'retry-after': '999999999' }, 3600],
  ['a garbage Retry-After', { 'retry-after': 'soon' }, 360],
  ['x-ratelimit-reset', { 'x-ratelimit-reset': String(NOW / 1000 + 40) }, 40],
])('F6 %s', async ([, headers, seconds], test) => {
  const { sign, on } = await limited(headers)
  expect(secondsLeft(on)).toBe(seconds)
  await expectBlocked(on, sign)
  await wait((seconds - 1) * 1000)
  await expectBlocked(on, sign)
  await wait(1000)
  await expectUnblocked(on, sign)
  proves(test, 'N1', `${seconds} s: 0 POSTs before, the button comes back by itself`)
})

it('F6 any number of seconds', async (test) => {
  const tries = runs(2000, 40)
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 20n }), async (seconds) => {
      const { sign, on } = await limited({ 'retry-after': String(seconds) })
      expect(secondsLeft(on)).toBeGreaterThanOrEqual(1)
      expect(secondsLeft(on)).toBeLessThanOrEqual(3600)
      await expectBlocked(on, sign)
      on.unmount()
      vi.clearAllTimers()
    }),
    { numRuns: tries },
  )
  proves(test, 'N1', `${tries} waits → 1 to 3,600 s each`)
})

it('F7 a wait without a length is six minutes, and the button comes back by itself', async (test) => {
  const { sign, on } = await limited()
  expect(on.get('countdown-time')).toHaveTextContent('6:00')
  await wait(359_000)
  expect(on.get('countdown-time')).toHaveTextContent('0:01')
  await expectBlocked(on, sign)
  await wait(1000)
  await expectUnblocked(on, sign)
  proves(test, 'N1', '6:00, 0 POSTs before')
})

it('F7 the wait is announced once a minute, and nothing else is', async (test) => {
  const { on } = await limited()
  const spoken = [on.get('announcer').textContent]
  for (let second = 0; second < 360; second += 1) {
    await wait(1000)
    const now = on.get('announcer').textContent
    if (now !== spoken.at(-1)) spoken.push(now)
  }
  expect(spoken).toEqual([
    '6 minutes until you can try again.',
    '5 minutes until you can try again.',
    '4 minutes until you can try again.',
    '3 minutes until you can try again.',
    '2 minutes until you can try again.',
    'Less than a minute until you can try again.',
    'You can try again now.',
  ])
  proves(test, 'N10', '6 minutes → 7 announcements')
})

test.for([
  ['a day ahead', DAY],
  ['a day back', -DAY],
] as const)('F8 the wall clock jumps %s while it counts down', async ([, jump], test) => {
  for (const passed of [0, 1, 250]) {
    const { sign, on } = await limited({ 'retry-after': '300' })
    await wait(passed * 1000)
    vi.setSystemTime(Date.now() + jump)
    await wait(1000)
    expect(secondsLeft(on)).toBe(300 - passed - 1)
    await expectBlocked(on, sign)
    await wait((300 - passed - 1) * 1000)
    await expectUnblocked(on, sign)
    on.unmount()
    sign.wire.cut()
    await settle(1)
  }
  proves(test, 'N1', '3 jumps → each wait as long as it was named, fixed: once each')
})

test.for([
  ['a day ahead', DAY],
  ['a day back', -DAY],
] as const)('F8 it jumps %s and the page is mounted again', async ([, jump], test) => {
  const { sign, on } = await limited({ 'retry-after': '300' })
  on.unmount()
  vi.setSystemTime(Date.now() + jump)
  const again = open(sign.page(), strict)
  expect(secondsLeft(again)).toBeGreaterThanOrEqual(0)
  expect(secondsLeft(again)).toBeLessThanOrEqual(3600)
  await expectBlocked(again, sign)
  await wait(300_000)
  again.type(canaries.oldCode)
  await expectUnblocked(again, sign)
  proves(test, 'N1', '0 to 60 minutes are shown, and it ends when it should')
})

it('F9 a deadline in the past by this clock is shown, and the server decides', async (test) => {
  for (const ago of [1, 3_600_000]) {
    const sign = signIn({ expiresAt: NOW - ago })
    const on = open(sign.page(), strict)
    expect(on.container).toHaveTextContent(/This sign-in stays open until about \d/)
    await submitCode(on)
    expect(sign.wire.posts).toHaveLength(1)
    on.unmount()
    sign.wire.cut()
    await settle(1)
  }
  proves(test, 'N1', '2 submits → 2 POSTs, fixed: once each')
})

test.for([Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
  'F9 a deadline of %d is ignored',
  async (expiresAt) => {
    const sign = signIn({ expiresAt })
    const on = open(sign.page(), strict)
    expect(on.heading()).toBe('Enter your recovery code')
    expect(on.container).not.toHaveTextContent('stays open until')
  },
)
