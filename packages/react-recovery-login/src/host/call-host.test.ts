import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { askHost, callHost } from './call-host.ts'
import { hostClock, isTime } from './host-clock.ts'

const fault = new Error('the host’s own')
const fail = () => {
  throw fault
}
const reported: unknown[] = []
beforeEach(() => void vi.stubGlobal('reportError', (error: unknown) => reported.push(error)))
afterEach(() => {
  vi.unstubAllGlobals()
  reported.length = 0
})

test.each([
  ['throws', fail],
  ['rejects', () => Promise.reject(fault)],
])('a callback that %s is only reported', async (_what, callback) => {
  expect(callHost(callback)).toBeUndefined()
  await Promise.resolve()
  expect(reported).toEqual([fault])
})

it('drops the error without reportError', () => {
  vi.stubGlobal('reportError', undefined)
  expect(() => callHost(fail)).not.toThrow()
})

it('returns the answer, or the fallback after an error', () => {
  expect(askHost(() => 'a name', 'another')).toBe('a name')
  expect(askHost(fail, 'another')).toBe('another')
  expect(reported).toEqual([fault])
})

describe('a clock', () => {
  test.each([0, -1, 1_789_000_000_000, 8.64e15, -8.64e15])('%d is a time', (time) => {
    expect(isTime(time)).toBe(true)
    expect(hostClock(() => time)()).toBe(time)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, undefined])(
    '%d is not a time',
    (time) => {
      expect(isTime(time)).toBe(false)
    },
  )

  test.each([() => Number.NaN, () => 1e300, fail])('%o is replaced', (now) => {
    expect(Math.abs(hostClock(now)() - Date.now())).toBeLessThan(60_000)
  })

  it('defaults to the browser’s', () => {
    vi.useFakeTimers({ now: 1_789_000_000_000 })
    expect(hostClock()()).toBe(1_789_000_000_000)
    vi.useRealTimers()
  })
})
