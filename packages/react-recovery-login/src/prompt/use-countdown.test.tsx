import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest'
import { useCountdown } from './use-countdown.ts'

const NOW = Date.UTC(2026, 8, 12)
beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

function countdown(until: number | undefined, now?: () => number) {
  const { result, rerender } = renderHook(({ until }) => useCountdown(until, now), {
    initialProps: { until },
    reactStrictMode: true,
  })
  return { seconds: () => result.current, rerender }
}
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds))

it('counts whole seconds down to zero, and stays there', () => {
  const { seconds } = countdown(NOW + 2500)
  expect(seconds()).toBe(3)
  wait(1000)
  expect(seconds()).toBe(2)
  wait(2000)
  expect(seconds()).toBe(0)
  wait(60_000)
  expect(seconds()).toBe(0)
})

test.each([
  ['in the past', NOW - 1, 0],
  ['in a day', NOW + 86_400_000, 3600],
])('a moment %s', (_what, until, shown) => {
  expect(countdown(until).seconds()).toBe(shown)
})

it('takes a new moment at once, and stops without one', () => {
  const { seconds, rerender } = countdown(NOW + 5000)
  rerender({ until: NOW + 60_000 })
  expect(seconds()).toBe(60)
  rerender({ until: undefined })
  expect(seconds()).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

it('counts by the given clock', () => {
  expect(countdown(1_010_000, () => 1_000_000).seconds()).toBe(10)
})

it('ignores a clock that returns NaN', () => {
  expect(countdown(NOW + 7000, () => Number.NaN).seconds()).toBe(7)
})
