import type { CaptureAction, CaptureEvidence } from './capture-actions.ts'
import type { ActionResult } from './capture-platform.ts'
import type { RetypeResult } from './compare-recovery-code.ts'
import type { CaptureAttempt } from './new-recovery-code-notice-binding.ts'

/** How far the save of one code has come. Never holds the code. */
export interface CaptureState {
  readonly evidence: readonly CaptureEvidence[]
  readonly ticked: boolean
  /** How what was given back compares; what was typed is nowhere. */
  readonly retype?: RetypeResult | undefined
  readonly masked: boolean
  readonly blocked: 'no' | 'too-early' | 'saving'
  readonly attempts: number
  readonly lastAttempt?: CaptureAttempt | undefined
  /** The file or the paper that the person is asked about. */
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
  /** No screen shows the code any longer. */
  | { readonly type: 'left' }

export const nothingCaptured: CaptureState = {
  evidence: [],
  ticked: false,
  masked: false,
  blocked: 'no',
  attempts: 0,
}

/** What a fact changes. Whatever the person does takes back the complaint that Continue came too early. */
export function captured(before: CaptureState, fact: CaptureFact): CaptureState {
  const state: CaptureState = { ...before, blocked: 'no' }
  switch (fact.type) {
    case 'attempted':
      return attempted(state, fact.action, fact.result)
    case 'ticked':
      return { ...state, ticked: fact.ticked }
    case 'masked':
      return { ...before, masked: fact.masked }
    case 'retyped':
      return { ...state, retype: fact.retype }
    case 'blocked':
      return { ...before, blocked: fact.because }
    case 'left': {
      // What was achieved stays. A mismatch is about a text that went with its field, and a failure was told.
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
    // A copy by hand answers no question about a file or paper.
    asking: action === 'copied-by-hand' ? state.asking : undefined,
  }
  if (result === 'done') return { ...next, evidence: [...new Set([...state.evidence, action])] }
  if (result === 'asked' && action !== 'copied-by-hand') return { ...next, asking: action }
  // The failed copy is made good by hand, which needs the code in sight.
  return action === 'copy' ? { ...next, masked: false } : next
}
