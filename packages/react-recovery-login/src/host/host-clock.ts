import { askHost } from './call-host.ts'

/** The most milliseconds before or after 1970 that a `Date` can hold; formatting more throws. */
const LARGEST_DATE = 8.64e15

/** Whether it is epoch milliseconds that a `Date` can show. */
export function isTime(time: number | undefined): time is number {
  return time !== undefined && Math.abs(time) <= LARGEST_DATE
}

/**
 * The host's clock, or the browser's if that throws or returns no time: the answer is dated, and a broken clock must
 * not cost the new code.
 */
export function hostClock(now: () => number = Date.now): () => number {
  return () => {
    const time = askHost(now, Number.NaN)
    return isTime(time) ? time : Date.now()
  }
}
