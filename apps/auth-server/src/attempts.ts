/** A token bucket of failed recovery codes: one per user, regardless of client and mfa token. */
export interface Attempts {
  readonly left: number
  /** Epoch milliseconds: the time at which `left` is valid. */
  readonly at: number
}

export const MOST_ATTEMPTS = 10
/** Ten an hour: one per six minutes. */
export const REFILL_MS = 360_000

/** The bucket as it is now. */
export function refillAttempts({ left, at }: Attempts, now: number): Attempts {
  const refills = Math.max(0, Math.floor((now - at) / REFILL_MS))
  // A full bucket doesn't refill: its clock starts with the next failure.
  if (left + refills >= MOST_ATTEMPTS) return { left: MOST_ATTEMPTS, at: now }
  return { left: left + refills, at: at + refills * REFILL_MS }
}

/** Milliseconds until a code may be tried; 0 if one may be tried now. */
export function attemptWait(attempts: Attempts, now: number): number {
  const { left, at } = refillAttempts(attempts, now)
  return left > 0 ? 0 : at + REFILL_MS - now
}

/** The bucket after one more failure. */
export function countFailure(attempts: Attempts, now: number): Attempts {
  const { left, at } = refillAttempts(attempts, now)
  return { left: Math.max(0, left - 1), at }
}
