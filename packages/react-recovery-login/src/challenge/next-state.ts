import type { CaptureStore } from '../capture/create-capture.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import type { FlowState, Tries } from './flow-state.ts'

/** What happens to a challenge. */
export type FlowEvent =
  /** `slow`, `silent`: no answer yet, for ten or thirty seconds. */
  | { readonly type: 'sent' | 'slow' | 'silent' | 'wait-over' | 'reopened' }
  | { readonly type: 'looking'; readonly looking: boolean | undefined }
  | { readonly type: 'finishing' | 'finished' | 'finish-failed' }
  /** The rest of an answer that had stalled after its code. */
  | { readonly type: 'signed-in' }
  | {
      readonly type: 'answered'
      readonly answer: Verification
      /** Made from the new code, if one came: this file touches no code. */
      readonly capture: CaptureStore | undefined
      /** Epoch milliseconds. */
      readonly receivedAt: number
    }

/** Auth0 refills one attempt per six minutes, and CORS can hide the actual wait. */
const DEFAULT_WAIT = 360_000

/** The next state. An event that doesn't fit the step is ignored, so none can spend a code twice. */
export function nextState(state: FlowState, event: FlowEvent): FlowState {
  const next = reduce(state, event)
  return next === state ? state : ownMembers(next)
}

function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'sent':
      return sent(state)
    case 'slow':
      return state.step === 'verifying' ? { ...state, slow: true } : state
    case 'silent':
      return state.step === 'verifying'
        ? unknown(state, true, new RecoveryCodeError('no-answer'))
        : state
    case 'looking':
      return state.step === 'unknown' && state.looking !== event.looking
        ? { ...state, looking: event.looking }
        : state
    case 'reopened':
      return state.step === 'prompt' ? { ...state, reopened: true } : state
    case 'answered':
      return answered(state, event)
    case 'wait-over':
      return state.step === 'prompt' && state.retryAt !== undefined
        ? { ...state, retryAt: undefined }
        : state
    case 'signed-in':
      return signedIn(state)
    case 'finishing':
    case 'finished':
    case 'finish-failed':
      return finished(state, event.type)
  }
}

/** Whether a code may be sent. */
export function canSend(
  state: FlowState,
): state is Extract<FlowState, { readonly step: 'prompt' | 'unknown' }> {
  return (
    (state.step === 'prompt' && state.retryAt === undefined) ||
    (state.step === 'unknown' && !state.open)
  )
}

function sent(state: FlowState): FlowState {
  if (!canSend(state)) return state
  const { step, refusals, afterUnknown } = state
  return {
    step: 'verifying',
    slow: false,
    refusals,
    afterUnknown: afterUnknown || step === 'unknown',
  }
}

function unknown(
  { refusals, afterUnknown }: Tries,
  open: boolean,
  error: RecoveryCodeError,
): FlowState {
  return { step: 'unknown', open, error, refusals, afterUnknown }
}

/** Whether a new code came with the sign-in being completed. */
export function isRotated(state: FlowState): boolean {
  return state.step === 'capture' || (state.step === 'completing' && state.rotated)
}

/** The capture stays the same, with all that the person did; if it was confirmed already, the sign-in completes. */
function signedIn(state: FlowState): FlowState {
  if (state.step === 'capture' && !state.signedIn) return { ...state, signedIn: true }
  return state.step === 'start-again' && state.reason === 'not-signed-in'
    ? { step: 'completing', rotated: true, finishing: 'no' }
    : state
}

function finished(state: FlowState, type: 'finishing' | 'finished' | 'finish-failed'): FlowState {
  const begins = type === 'finishing'
  if (!('finishing' in state) || (state.finishing === 'running') === begins) return state
  if (type === 'finished') return { step: 'complete', rotated: isRotated(state) }
  if (begins && state.step === 'capture' && !state.signedIn)
    return { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: false }
  return { ...state, finishing: begins ? 'running' : 'failed' }
}

function answered(
  state: FlowState,
  { answer, capture, receivedAt }: FlowEvent & { readonly type: 'answered' },
): FlowState {
  if (state.step !== 'verifying' && state.step !== 'unknown') return state
  switch (answer.outcome) {
    case 'verified':
    case 'unfinished': {
      const signedIn = answer.outcome === 'verified'
      if (capture === undefined)
        return signedIn
          ? { step: 'completing', rotated: false, finishing: 'no' }
          : { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true }
      return {
        step: 'capture',
        capture,
        signedIn,
        late: state.step === 'unknown',
        finishing: 'no',
      }
    }
    case 'unknown':
      return unknown(state, false, answer.error)
    case 'refused':
      return refused(state, answer, receivedAt)
  }
}

function refused(
  { refusals, afterUnknown }: Tries,
  { error, next }: Verification & { readonly outcome: 'refused' },
  receivedAt: number,
): FlowState {
  switch (error.code) {
    case 'code-rejected':
      return { step: 'prompt', error, refusals: refusals + 1, afterUnknown }
    case 'rate-limited':
      return {
        step: 'prompt',
        error,
        retryAt: receivedAt + (error.retryAfter ?? DEFAULT_WAIT),
        refusals,
        afterUnknown,
      }
    case 'sign-in-expired':
    case 'another-factor':
    case 'access-denied':
      return {
        step: 'start-again',
        reason: reasons[error.code],
        ...(next && { next }),
        codeMayBeSpent: error.codeMayBeSpent || afterUnknown,
      }
    case 'not-enabled':
    case 'not-sent':
    case 'network':
    case 'server-error':
    case 'invalid-response':
    case 'no-answer':
    case 'misused':
      return { step: 'unavailable', error }
  }
}

const reasons = {
  'sign-in-expired': 'expired',
  'another-factor': 'another-factor',
  'access-denied': 'denied',
} as const
