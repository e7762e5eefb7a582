/** What a store holds about one request. */
export type HeldState =
  /** An exchange has begun and has no outcome yet, or its process died. */
  | { readonly is: 'sent' }
  /** It never gets an outcome that can be read: nobody knows it, or all reads are used up. */
  | { readonly is: 'lost' }
  /** The sealed refusal, for those who asked at the same time. */
  | { readonly is: 'refused'; readonly sealed: string }
  /** The sealed answer, and how often it may still be read. */
  | { readonly is: 'held'; readonly sealed: string; readonly left: number }

/** Of any text: what was not written here counts as lost, so that nothing is sent because of it. */
export function readHeldState(value: string): HeldState {
  const [is, sealed = '', left] = value.split(' ')
  switch (is) {
    case 'sent':
      return { is }
    case 'refused':
      return { is, sealed }
    case 'held':
      return { is, sealed, left: Number(left) }
    default:
      return { is: 'lost' }
  }
}

export const LOST = 'lost'

/** Random, so that only who wrote it can replace it. */
export function sentValue(): string {
  return `sent ${crypto.randomUUID()}`
}

export function refusedValue(sealed: string): string {
  return `refused ${sealed}`
}

/** @param left How often it may be read again. */
export function heldValue(sealed: string, left: number): string {
  return left > 0 ? `held ${sealed} ${left}` : LOST
}
