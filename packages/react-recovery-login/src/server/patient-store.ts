import type { AnswerStore } from './answer-store.ts'
import { inTime } from './in-time.ts'

/** Milliseconds. A store is asked while a person waits; one that is this slow is treated as one that is down. */
const PATIENCE = 2000

/** The same store, whose operations reject after two seconds. */
export function patientStore(store: AnswerStore): AnswerStore {
  return {
    claim: (...given) => inTime(() => store.claim(...given), PATIENCE),
    read: (...given) => inTime(() => store.read(...given), PATIENCE),
    mark: (...given) => inTime(() => store.mark(...given), PATIENCE),
    hold: (...given) => inTime(() => store.hold(...given), PATIENCE),
    remove: (...given) => inTime(() => store.remove(...given), PATIENCE),
  }
}
