import type { ActionResult, CaptureAction } from './capture-platform.ts'
import type { RetypeResult } from './compare-recovery-code.ts'
import type { CaptureEvidence } from './may-confirm.ts'
import type { CaptureAttempt } from './new-recovery-code-notice-binding.ts'

/** How far the save of one code has come. Never holds the code. */
export interface CaptureState {
  readonly evidence: readonly CaptureEvidence[]
  readonly ticked: boolean
  readonly retyped: boolean
  readonly retype?: RetypeResult | undefined
  readonly masked: boolean
  /** Why Continue was refused. */
  readonly blocked: 'no' | 'too-early' | 'saving'
  readonly attempts: number
  readonly attempt?: CaptureAttempt | undefined
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
  | { readonly type: 'retyped'; readonly retype?: RetypeResult }
  | { readonly type: 'blocked'; readonly saving: boolean }

export const nothingCaptured: CaptureState = {
  evidence: [],
  ticked: false,
  retyped: false,
  masked: false,
  blocked: 'no',
  attempts: 0,
}

/** What a fact changes. Whatever the person does takes back the complaint that Continue came too early. */
export function captured(was: CaptureState, fact: CaptureFact): CaptureState {
  const state: CaptureState = { ...was, blocked: 'no' }
  switch (fact.type) {
    case 'attempted': {
      const { action, result } = fact
      const attempts = was.attempts + 1
      const next = {
        ...state,
        attempts,
        attempt: { action, result, count: attempts },
        // A copy by hand answers no question about a file or paper.
        asking: action === 'copied-by-hand' ? was.asking : undefined,
      }
      if (result === 'done') return keeping(next, action)
      if (result === 'asked' && action !== 'copied-by-hand') return { ...next, asking: action }
      // The failed copy is made good by hand, which needs the code in sight.
      return action === 'copy' ? { ...next, masked: false } : next
    }
    case 'ticked':
      return { ...state, ticked: fact.ticked }
    case 'masked':
      return { ...was, masked: fact.masked }
    case 'retyped':
      return { ...state, retype: fact.retype, retyped: fact.retype?.verdict === 'same' }
    case 'blocked':
      return { ...was, blocked: fact.saving ? 'saving' : 'too-early' }
  }
}

function keeping(state: CaptureState, kept: CaptureEvidence): CaptureState {
  return state.evidence.includes(kept) ? state : { ...state, evidence: [...state.evidence, kept] }
}
