import { useEffect, useState } from 'react'
import { hostClock } from '../host/host-clock.ts'
import { useLatest } from '../host/use-latest.ts'

const HOUR = 3_600_000
const TICK = 1000

/**
 * The whole seconds left until a moment, updated once a second. Counted with the monotonic clock from when the moment
 * became known, so a jump of the wall clock causes neither a negative nor an endless wait.
 *
 * @param until Epoch milliseconds; undefined stops the clock.
 * @param now Epoch milliseconds.
 * @returns 0 to 3,600, or undefined.
 */
export function useCountdown(
  until: number | undefined,
  now: () => number = Date.now,
): number | undefined {
  const clock = useLatest(hostClock(now))
  const [remaining, setRemaining] = useState<number>()
  const [counted, setCounted] = useState<number>()
  if (counted !== until) {
    setCounted(until)
    setRemaining(until === undefined ? undefined : clamp(until - hostClock(now)()))
  }
  useEffect(() => {
    if (until === undefined) return undefined
    const total = clamp(until - clock.current())
    const start = performance.now()
    const timer = setInterval(() => setRemaining(clamp(total - (performance.now() - start))), TICK)
    return () => clearInterval(timer)
  }, [until, clock])
  return remaining === undefined ? undefined : Math.ceil(remaining / TICK)
}

function clamp(milliseconds: number): number {
  return Math.min(HOUR, Math.max(0, milliseconds))
}
