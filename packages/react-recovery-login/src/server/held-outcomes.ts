import type { AnswerSeal } from './answer-seal.ts'
import type { AnswerStore } from './answer-store.ts'
import type { Answer } from './answer.ts'
import { heldValue, readHeldState } from './held-state.ts'
import { inTime } from './in-time.ts'

/** Milliseconds between two looks at the store while another process has the exchange. */
const TICK = 200
/** How many looks: a wait ends before the thirty seconds after which a browser reports no answer. */
const TICKS = 100

/** What a store holds, and the seal it was found under. */
export interface Found {
  readonly seal: AnswerSeal
  readonly value: string
}

/** Reads outcomes of exchanges, of this process and of others. */
export interface HeldOutcomes {
  /** Lets those who wait in this process share the outcome, without the store. */
  begin(keys: readonly string[], outcome: Promise<Answer>): void
  /**
   * Waits for an exchange that runs, twenty seconds at most.
   *
   * @param onRead Called if a held answer was read again.
   * @returns Undefined if there is no outcome; `busy` if there is none yet.
   */
  read(found: Found, onRead: (left: number) => void): Promise<Answer | 'busy' | undefined>
}

export function createHeldOutcomes(store: AnswerStore): HeldOutcomes {
  /** By key. */
  const running = new Map<string, Promise<Answer>>()
  /** The next look at the store, by key: however many wait, it is asked once. */
  const looks = new Map<string, Promise<string | undefined>>()

  const lookSoon = (key: string) => {
    const look = looks.get(key) ?? pause().then(() => (looks.delete(key), store.read(key)))
    looks.set(key, look)
    return look
  }

  /** In looks, not by a clock, which may jump. */
  const wait = async (seal: AnswerSeal): Promise<Answer | 'busy' | undefined> => {
    const own = running.get(seal.key)
    if (own) return inTime(() => own, TICK * TICKS).catch(() => 'busy' as const)
    for (let look = 0; look < TICKS; look += 1) {
      const state = readHeldState((await lookSoon(seal.key)) ?? '')
      // Whoever waited shares the outcome: that is not another read.
      if (state.is === 'held' || state.is === 'refused') return seal.open(state.sealed)
      if (state.is === 'lost') return undefined
    }
    return 'busy'
  }

  const readAgain = async (
    { seal, value }: Found,
    onRead: (left: number) => void,
  ): Promise<Answer | undefined> => {
    const state = readHeldState(value)
    if (state.is !== 'held') return undefined
    const left = state.left - 1
    if (await store.mark(seal.key, value, heldValue(state.sealed, left))) {
      const answer = await seal.open(state.sealed)
      if (answer) onRead(left)
      return answer
    }
    // Somebody else read it at the same time.
    const now = await store.read(seal.key)
    return now === undefined ? undefined : readAgain({ seal, value: now }, onRead)
  }

  return {
    begin(keys, outcome) {
      for (const key of keys) running.set(key, outcome)
      const end = () => keys.forEach((key) => running.delete(key))
      outcome.then(end, end)
    },
    async read(found, onRead) {
      const state = readHeldState(found.value)
      if (state.is === 'held') return readAgain(found, onRead)
      if (state.is === 'refused') return found.seal.open(state.sealed)
      return state.is === 'sent' ? wait(found.seal) : undefined
    },
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TICK))
}
