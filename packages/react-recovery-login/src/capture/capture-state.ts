import type { CaptureAction, CaptureEvidence } from './capture-actions.ts'
import type { ActionResult } from './capture-platform.ts'
import type { RetypeResult } from './compare-recovery-code.ts'
import type { CaptureAttempt } from './new-recovery-code-notice-binding.ts'

/** How far saving one code has got. Never contains the code. */
export interface CaptureState {
  readonly evidence: readonly CaptureEvidence[]
  readonly ticked: boolean
  /** How the retyped code compares; the text itself is not kept. */
  readonly retype?: RetypeResult | undefined
  readonly masked: boolean
  readonly blocked: 'no' | 'too-early' | 'saving'
  readonly attempts: number
  readonly lastAttempt?: CaptureAttempt | undefined
  /** The file or printout the person is asked about. */
  readonly asking?: CaptureAction | undefined
}

export type CaptureFact =
  | {
      readonly type: 'attempted'
      readonly action: CaptureEvidence
      readonly result: ActionResult
    }
  | { readonly type: 'ticked'; readonly ticked: boolean }
  | { readonly type: 'masked'; readonly masked: boolean }
  | { readonly type: 'retyped'; readonly retype: RetypeResult | undefined }
  | { readonly type: 'blocked'; readonly because: 'too-early' | 'saving' }
  /** No screen shows the code any more. */
  | { readonly type: 'left' }

export const nothingCaptured: CaptureState = {
  evidence: [],
  ticked: false,
  masked: false,
  blocked: 'no',
  attempts: 0,
}

/** Applies a fact. Any action by the person clears the complaint that Continue came too early. */
export function captured(previous: CaptureState, fact: CaptureFact): CaptureState {
  const state: CaptureState = { ...previous, blocked: 'no' }
  switch (fact.type) {
    case 'attempted':
      return attempted(state, fact.action, fact.result)
    case 'ticked':
      return { ...state, ticked: fact.ticked }
    case 'masked':
      return { ...previous, masked: fact.masked }
    case 'retyped':
      return { ...state, retype: fact.retype }
    case 'blocked':
      return { ...previous, blocked: fact.because }
    case 'left': {
      // Progress stays. A mismatch is about text that went with its field, and a failure was announced.
      const retype = state.retype?.verdict === 'same' ? state.retype : undefined
      return { ...state, masked: false, lastAttempt: undefined, retype }
    }
  }
}

function attempted(
  state: CaptureState,
  action: CaptureEvidence,
  result: ActionResult,
): CaptureState {
  const attempts = state.attempts + 1
  const next = {
    ...state,
    attempts,
    lastAttempt: { action, result, count: attempts },
    // Copying by hand answers no question about a file or printout.
    asking: action === 'copied-by-hand' ? state.asking : undefined,
  }
  if (result === 'done') return { ...next, evidence: [...new Set([...state.evidence, action])] }
  if (result === 'asked' && action !== 'copied-by-hand') return { ...next, asking: action }
  // After a failed copy the person copies by hand, so show the code.
  return action === 'copy' ? { ...next, masked: false } : next
}
