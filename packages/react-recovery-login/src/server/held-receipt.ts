import { keysOf, type HeldPlace } from './held-place.ts'

/** Store keys, and the handle of a sign-in cookie, which is worthless without it. */
const RECEIPT = /^([\w-]{43}(?:\.[\w-]{43})*)(?:~(\w+))?$/

/** What the page sends back when the person has saved the code. Opaque to it; without a code or token. */
export function receiptOf(place: HeldPlace): string {
  const keys = keysOf(place).join('.')
  const { signIn } = place
  return signIn ? `${keys}~${signIn.handle}` : keys
}

/** No keys if it is not a receipt. */
export function readReceipt(receipt: string): {
  readonly keys: readonly string[]
  readonly handle: string | undefined
} {
  const [, keys, handle] = RECEIPT.exec(receipt) ?? []
  return { keys: keys?.split('.') ?? [], handle }
}
