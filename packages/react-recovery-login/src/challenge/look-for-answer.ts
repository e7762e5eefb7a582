import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import type { SentRecoveryCode } from '../protocol/send-recovery-code.ts'
import { ask, holdsNothing, type Answered } from './send-once.ts'

/** Milliseconds before each look: five in fifteen seconds. The first POST may arrive after the first look. */
const WAITS = [0, 1000, 2000, 4000, 8000]

/** Refusals that can only come from the token endpoint: the outcome of the first request. */
const outcomes: readonly RecoveryCodeErrorCode[] = [
  'code-rejected',
  'rate-limited',
  'another-factor',
  'access-denied',
]

/**
 * Asks a handler for the answer that was lost. It is answered from what the handler holds and never sent upstream, so it
 * spends nothing. While the browser is offline, it waits.
 *
 * @param isWanted Whether to go on.
 * @returns The answer; `holds-nothing` if the handler has no held answers; undefined if none was found.
 */
export async function lookForAnswer(
  request: SentRecoveryCode,
  isWanted: () => boolean,
): Promise<Answered | 'holds-nothing' | undefined> {
  for (const wait of WAITS) {
    await pause(wait)
    if (!isWanted()) return undefined
    const arrived = await ask({ ...request, repeat: 'look' })
    const { answer } = arrived
    if (answer.outcome === 'verified' || answer.outcome === 'unfinished') return arrived
    if (answer.outcome === 'unknown') continue
    if (holdsNothing(answer)) return 'holds-nothing'
    return outcomes.includes(answer.error.code) ? arrived : undefined
  }
  return undefined
}

/** Until the time is over or, if the browser is offline, until it is online again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (globalThis.navigator?.onLine === false)
      globalThis.addEventListener('online', () => resolve(), { once: true })
    else setTimeout(resolve, milliseconds)
  })
}
