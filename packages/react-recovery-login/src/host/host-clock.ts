import { askHost } from './call-host.ts'

/** Milliseconds either side of 1970 that a `Date` can hold; formatting any other throws. */
const LARGEST_DATE = 8.64e15

/** Whether it is epoch milliseconds that can be shown. */
export function isTime(time: number | undefined): time is number {
  return time !== undefined && Math.abs(time) <= LARGEST_DATE
}

/**
 * The host's clock, and the browser's where that one throws or gives no time: the answer is dated, and a broken clock
 * must not cost the new code.
 */
export function hostClock(now: () => number = Date.now): () => number {
  return () => {
    const time = askHost(now, Number.NaN)
    return isTime(time) ? time : Date.now()
  }
}
