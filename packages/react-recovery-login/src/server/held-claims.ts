import type { AnswerStore } from './answer-store.ts'
import type { Answer } from './answer.ts'
import type { Found } from './held-outcomes.ts'
import type { HeldPlace } from './held-place.ts'
import { receiptOf } from './held-receipt.ts'
import { heldValue, LOST, readHeldState, refusedValue } from './held-state.ts'

/** How often an answer may be read again. */
const READS = 5
/** Milliseconds. A refusal costs no code: it is only shared by those who ask at the same time. */
const REFUSAL_LIFETIME = 10_000

/** @returns What is there already. Undefined if the exchange is ours. */
export async function claimPlace(
  store: AnswerStore,
  { seals, lifetime }: HeldPlace,
  mine: string,
): Promise<Found | undefined> {
  for (const [position, seal] of seals.entries()) {
    const value = await store.claim(seal.key, mine, lifetime)
    if (value === undefined) continue
    for (const { key } of seals.slice(0, position)) await store.remove(key, mine)
    return { seal, value }
  }
  return undefined
}

/** @returns What is there, if anything. */
export async function lookAtPlace(
  store: AnswerStore,
  { seals }: HeldPlace,
): Promise<Found | undefined> {
  for (const seal of seals) {
    const value = await store.read(seal.key)
    if (value !== undefined) return { seal, value }
  }
  return undefined
}

/** @returns Whether the exchange is ours now. Of several who ask, one gets it; a held answer is never given up. */
export async function takeOver(
  store: AnswerStore,
  { lifetime }: HeldPlace,
  { seal, value }: Found,
  mine: string,
): Promise<boolean> {
  return readHeldState(value).is !== 'held' && store.mark(seal.key, value, mine, lifetime)
}

/** Holds an answer: a success can come once, so it replaces whatever is there. */
export async function holdAnswer(
  store: AnswerStore,
  place: HeldPlace,
  answer: Answer,
): Promise<void> {
  const { seals, index, lifetime } = place
  for (const seal of seals)
    await store.hold(seal.key, heldValue(await seal.seal(answer), READS), lifetime)
  for (const key of index) await store.hold(key, receiptOf(place), lifetime)
}

/** Shares a refusal for ten seconds. Undefined: nobody knows the outcome, until the place's time is over. */
export async function settlePlace(
  store: AnswerStore,
  { seals }: HeldPlace,
  mine: string,
  refusal: Answer | undefined,
): Promise<void> {
  for (const seal of seals)
    await (refusal
      ? store.mark(seal.key, mine, refusedValue(await seal.seal(refusal)), REFUSAL_LIFETIME)
      : store.mark(seal.key, mine, LOST))
}
