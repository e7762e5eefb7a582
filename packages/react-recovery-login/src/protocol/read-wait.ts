const HOUR = 3_600_000
const DIGITS = /^\d+$/

/**
 * How long the server asks to wait: the later of `Retry-After` (seconds or a date) and `x-ratelimit-reset` (epoch
 * seconds). The latter is about the tenant's requests, not the user's ten attempts: a user out of attempts was seen
 * with 29 requests remaining, and then a reset a second away means nothing.
 *
 * @param headers A test's stub may have none.
 * @param now Epoch milliseconds.
 * @returns Milliseconds, 1,000 to 3,600,000. Undefined if no wait is given, or CORS hides the headers.
 */
export function readWait(headers: Partial<Headers> | undefined, now: number): number | undefined {
  const header = (name: string) => headers?.get?.(name) ?? ''
  const after = header('retry-after')
  const reset = header('x-ratelimit-reset')
  const usedUp = /^0?$/.test(header('x-ratelimit-remaining'))
  const waits = [
    DIGITS.test(after) ? Number(after) * 1000 : parseDate(after) - now,
    usedUp && DIGITS.test(reset) ? Number(reset) * 1000 - now : Number.NaN,
  ].filter((wait) => !Number.isNaN(wait))
  return waits.length === 0 ? undefined : Math.min(HOUR, Math.max(1000, ...waits))
}

/** An HTTP date begins with a weekday; `Date.parse` alone also takes `1.5` and `-5` for dates. */
function parseDate(text: string): number {
  return /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN
}
