import { askHost } from './call-host.ts'

/** Milliseconds either side of 1970 that a `Date` can hold; formatting any other throws. */
const LARGEST_DATE = 8.64e15

/**
 * The host's clock, and the browser's where that one throws or gives no time: the answer is dated, and a broken clock
 * must not cost the new code.
 */
export function hostClock(now: () => number = Date.now): () => number {
  return () => {
    const time = askHost(now, Number.NaN)
    return Math.abs(time) <= LARGEST_DATE ? time : Date.now()
  }
}
