import { LIFETIME } from './seal-sign-in.ts'

const DIGITS = 9

/** The time, in a fixed number of digits until the year 5188, then 128 random bits, so handles sort by time as text. */
export function newHandle(now: number): string {
  const time = Math.trunc(now).toString(36).padStart(DIGITS, '0')
  const random = crypto.getRandomValues(new Uint8Array(16))
  return time + Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** When the sign-in of a handle ends, in epoch milliseconds. */
export function endOfSignIn(handle: string): number {
  return Number.parseInt(handle.slice(0, DIGITS), 36) + LIFETIME * 1000
}
