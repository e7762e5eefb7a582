import { Secret } from '../capture/secret.ts'
import type { StartAgainReason } from '../message/challenge-message-binding.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'

/** The host's `onComplete`: not called, running, or failed. */
export type Finishing = 'no' | 'running' | 'failed'

interface Tries {
  /** How often the server refused a code. Network and server faults do not count. */
  readonly refusals: number
  /** An earlier answer was lost, so its code may be the one that is refused now. */
  readonly afterUnknown: boolean
}

/** Where a challenge stands. */
export type FlowState =
  | ({
      readonly step: 'prompt'
      readonly error?: RecoveryCodeError
      /** Epoch milliseconds until which nothing is sent. */
      readonly retryAt?: number
    } & Tries)
  | ({ readonly step: 'verifying'; readonly slow: boolean } & Tries)
  | ({
      readonly step: 'unknown'
      readonly open: boolean
      readonly error: RecoveryCodeError
    } & Tries)
  | {
      readonly step: 'capture'
      readonly newRecoveryCode: Secret
      /** Spent: kept to recognise it when it is given as proof of saving. */
      readonly oldRecoveryCode: Secret
      /** Epoch milliseconds. */
      readonly issuedAt: number
      readonly signedIn: boolean
      /** The answer came after the person had been told that there was none. */
      readonly late: boolean
      readonly finishing: Finishing
    }
  | { readonly step: 'completing'; readonly finishing: Finishing }
  | { readonly step: 'complete'; readonly rotated: boolean }
  | {
      readonly step: 'start-again'
      readonly reason: StartAgainReason
      readonly next?: MfaRequired
      readonly codeMayBeSpent: boolean
    }
  | { readonly step: 'unavailable'; readonly error: RecoveryCodeError }

export type FlowEvent =
  | { readonly type: 'sent' | 'slow' | 'silent' | 'wait-over' }
  | { readonly type: 'finishing' | 'finished' | 'finish-failed' }
  | {
      readonly type: 'answered'
      readonly answer: Verification
      readonly sent: string
      /** Epoch milliseconds. */
      readonly at: number
    }

/** The first state, and the server's snapshot: one constant, because a render must not make a state. */
export const PROMPT: FlowState = { step: 'prompt', refusals: 0, afterUnknown: false }

/** Auth0 refills one try per six minutes, and a browser cannot read a wait that CORS hides. */
const DEFAULT_WAIT = 360_000

/** What the page would lose by going away: an answer on its way, or a code that nobody has saved. */
export function isUnsaved(state: FlowState): boolean {
  switch (state.step) {
    case 'verifying':
    case 'capture':
      return true
    case 'unknown':
      return state.open
    case 'prompt':
    case 'completing':
    case 'complete':
    case 'start-again':
    case 'unavailable':
      return false
  }
}

/** What a remount has to find again. */
export function isAtStake(state: FlowState): boolean {
  switch (state.step) {
    case 'verifying':
    case 'unknown':
    case 'capture':
    case 'completing':
      return true
    case 'prompt':
      return state.retryAt !== undefined || state.afterUnknown
    case 'complete':
    case 'start-again':
    case 'unavailable':
      return false
  }
}

/** The next state. An event that makes no sense in a step is ignored, so none can spend a code twice. */
export function nextState(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'sent':
      return sent(state)
    case 'slow':
      return state.step === 'verifying' ? { ...state, slow: true } : state
    case 'silent':
      return state.step === 'verifying' ? silent(state) : state
    case 'answered':
      return answered(state, event)
    case 'wait-over':
      return state.step === 'prompt' && state.retryAt !== undefined
        ? { ...state, retryAt: undefined }
        : state
    case 'finishing':
      return finishing(state)
    case 'finished':
      return 'finishing' in state && state.finishing === 'running'
        ? { step: 'complete', rotated: state.step === 'capture' }
        : state
    case 'finish-failed':
      return 'finishing' in state && state.finishing === 'running'
        ? { ...state, finishing: 'failed' }
        : state
  }
}

function tries({ refusals, afterUnknown }: Tries): Tries {
  return { refusals, afterUnknown }
}

function silent(state: Tries): FlowState {
  const error = new RecoveryCodeError('no-answer')
  return { ...tries(state), step: 'unknown', open: true, error }
}

function sent(state: FlowState): FlowState {
  if (state.step === 'prompt' && state.retryAt === undefined)
    return { ...tries(state), step: 'verifying', slow: false }
  if (state.step === 'unknown' && !state.open)
    return { refusals: state.refusals, afterUnknown: true, step: 'verifying', slow: false }
  return state
}

function finishing(state: FlowState): FlowState {
  if (!('finishing' in state) || state.finishing === 'running') return state
  if (state.step === 'capture' && !state.signedIn)
    return { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: false }
  return { ...state, finishing: 'running' }
}

function answered(
  state: FlowState,
  { answer, sent, at }: FlowEvent & { readonly type: 'answered' },
): FlowState {
  if (state.step !== 'verifying' && !(state.step === 'unknown' && state.open)) return state
  switch (answer.outcome) {
    case 'verified':
    case 'unfinished': {
      const signedIn = answer.outcome === 'verified'
      if (answer.newRecoveryCode === undefined)
        return signedIn
          ? { step: 'completing', finishing: 'no' }
          : { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true }
      return {
        step: 'capture',
        newRecoveryCode: new Secret(answer.newRecoveryCode),
        oldRecoveryCode: new Secret(sent),
        issuedAt: at,
        signedIn,
        late: state.step === 'unknown',
        finishing: 'no',
      }
    }
    case 'unknown':
      return { ...tries(state), step: 'unknown', open: false, error: answer.error }
    case 'refused':
      return refused(tries(state), answer, at)
  }
}

function refused(
  { refusals, afterUnknown }: Tries,
  { error, next }: Verification & { readonly outcome: 'refused' },
  at: number,
): FlowState {
  switch (error.code) {
    case 'code-rejected':
      return { step: 'prompt', error, refusals: refusals + 1, afterUnknown }
    case 'rate-limited':
      return {
        step: 'prompt',
        error,
        retryAt: at + (error.retryAfter ?? DEFAULT_WAIT),
        refusals,
        afterUnknown,
      }
    case 'sign-in-expired':
      return { step: 'start-again', reason: 'expired', codeMayBeSpent: afterUnknown }
    case 'another-factor':
      return {
        step: 'start-again',
        reason: 'another-factor',
        ...(next && { next }),
        codeMayBeSpent: afterUnknown,
      }
    case 'access-denied':
      return { step: 'start-again', reason: 'denied', codeMayBeSpent: true }
    case 'not-enabled':
    case 'network':
    case 'server-error':
    case 'invalid-response':
    case 'no-answer':
    case 'misused':
      return { step: 'unavailable', error }
  }
}
