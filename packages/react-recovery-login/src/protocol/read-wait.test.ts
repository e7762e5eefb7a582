import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readWait } from './read-wait.ts'

const NOW = Date.UTC(2026, 8, 12, 10, 0, 0)
const HOUR = 3_600_000
const inTenMinutes = new Date(NOW + 600_000)
const epoch = (seconds: number) => String(NOW / 1000 + seconds)

test.each<[what: string, headers: Record<string, string>, wait: number | undefined]>([
  ['no header', {}, undefined],
  ['Retry-After in seconds', { 'retry-after': '120' }, 120_000],
  ['Retry-After as a date', { 'retry-after': inTenMinutes.toUTCString() }, 600_000],
  [
    'Retry-After as an RFC 850 date',
    { 'retry-after': 'Saturday, 12-Sep-26 10:10:00 GMT' },
    600_000,
  ],
  ['Retry-After 0', { 'retry-after': '0' }, 1000],
  ['Retry-After in the past', { 'retry-after': new Date(NOW - 60_000).toUTCString() }, 1000],
  ['Retry-After next year', { 'retry-after': new Date(NOW + 365 * 24 * HOUR).toUTCString() }, HOUR],
  ['Retry-After a day', { 'retry-after': '86400' }, HOUR],
  ['Retry-After of 400 digits', { 'retry-after': '9'.repeat(400) }, HOUR],
  ['Retry-After soon', { 'retry-after': 'soon' }, undefined],
  ['Retry-After -5', { 'retry-after': '-5' }, undefined],
  ['Retry-After 1.5', { 'retry-after': '1.5' }, undefined],
  ['Retry-After 0x10', { 'retry-after': '0x10' }, undefined],
  ['Retry-After twice', { 'retry-after': '120, 240' }, undefined],
  ['Retry-After about 5 minutes', { 'retry-after': 'about 5 minutes' }, undefined],
  ['Retry-After about a date', { 'retry-after': `about ${inTenMinutes.toUTCString()}` }, undefined],
  ['Retry-After empty', { 'retry-after': '' }, undefined],
  ['x-ratelimit-reset', { 'x-ratelimit-reset': epoch(90) }, 90_000],
  ['x-ratelimit-reset in the past', { 'x-ratelimit-reset': epoch(-90) }, 1000],
  ['x-ratelimit-reset far off', { 'x-ratelimit-reset': '99999999999' }, HOUR],
  ['x-ratelimit-reset garbage', { 'x-ratelimit-reset': 'tomorrow' }, undefined],
  ['both: the later', { 'retry-after': '30', 'x-ratelimit-reset': epoch(90) }, 90_000],
  ['both, the other way round', { 'retry-after': '90', 'x-ratelimit-reset': epoch(30) }, 90_000],
  ['one of them garbage', { 'retry-after': 'soon', 'x-ratelimit-reset': epoch(30) }, 30_000],
  [
    'x-ratelimit-reset with none remaining',
    { 'x-ratelimit-reset': epoch(90), 'x-ratelimit-remaining': '0' },
    90_000,
  ],
  // The tenant's bucket: the user's own, the one used up, has no header.
  [
    'x-ratelimit-reset with 29 remaining',
    { 'x-ratelimit-reset': epoch(1), 'x-ratelimit-remaining': '29' },
    undefined,
  ],
])('F6 %s', (_what, headers, wait) => {
  expect(readWait(new Headers(headers), NOW)).toBe(wait)
})

it('F6 whatever the headers say, the wait is one second to one hour', () => {
  const header = fc.oneof(
    fc.bigInt().map(String),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.string({ unit: 'grapheme-ascii' }),
    fc.constantFrom('', '0', '-1', '1e9', 'Infinity', 'NaN', 'Sat', 'Mon, 99 Foo 2026'),
  )
  fc.assert(
    fc.property(header, header, header, fc.integer(), (after, reset, remaining, skew) => {
      const headers = new Headers({
        'retry-after': after,
        'x-ratelimit-reset': reset,
        'x-ratelimit-remaining': remaining,
      })
      const wait = readWait(headers, NOW + skew) ?? 1000
      expect(wait).toBeGreaterThanOrEqual(1000)
      expect(wait).toBeLessThanOrEqual(HOUR)
    }),
    { numRuns: 10_000 },
  )
}, 30_000)

it.each([undefined, {}])('F6 no wait in a stub whose headers are %j', (headers) => {
  expect(readWait(headers, NOW)).toBeUndefined()
})
