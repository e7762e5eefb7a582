import type { CaptureStore } from '../capture/create-capture.ts'
import type { Finishing } from '../host/finishing.ts'
import type { StartAgainReason } from '../message/challenge-message-binding.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { RecoveryCodeError } from '../protocol/recovery-code-error.ts'

export interface Tries {
  /** How often the server refused a code. Network and server faults don't count. */
  readonly refusals: number
  /** An earlier answer was lost, so its code may be the one refused now. */
  readonly afterUnknown: boolean
}

/** The state of a challenge. */
export type FlowState =
  | ({
      readonly step: 'prompt'
      readonly error?: RecoveryCodeError
      /** Epoch milliseconds until which nothing is sent. */
      readonly retryAt?: number
      /** The person was interrupted, and enters the same code again to see the new one. */
      readonly reopened?: boolean
    } & Tries)
  | ({ readonly step: 'verifying'; readonly slow: boolean } & Tries)
  | ({
      readonly step: 'unknown'
      readonly open: boolean
      /** Whether the answer is being looked for. Undefined if it can't be, or it has just been lost. */
      readonly looking?: boolean | undefined
      readonly error: RecoveryCodeError
    } & Tries)
  | {
      readonly step: 'capture'
      /** Both codes, and what the person has done to save the new one. */
      readonly capture: CaptureStore
      /** False if the answer broke off, or stalls: then the tokens may still come. */
      readonly signedIn: boolean
      /** The answer came after the person had been told that there was none. */
      readonly late: boolean
      readonly finishing: Finishing
    }
  | {
      readonly step: 'completing'
      /** A new code was saved, and the tokens came after it. */
      readonly rotated: boolean
      readonly finishing: Finishing
    }
  | { readonly step: 'complete'; readonly rotated: boolean }
  | {
      readonly step: 'start-again'
      readonly reason: Exclude<StartAgainReason, 'interrupted'>
      readonly next?: MfaRequired
      readonly codeMayBeSpent: boolean
    }
  | { readonly step: 'unavailable'; readonly error: RecoveryCodeError }

/** The first state, and the server snapshot: one constant, because a render must not create a state. */
export const PROMPT: FlowState = ownMembers({ step: 'prompt', refusals: 0, afterUnknown: false })

/**
 * What is lost if the page unloads now: a pending answer, or an unsaved code. Once the save is confirmed, the host may
 * navigate to end the login, and the browser must not ask about that.
 */
export function isUnsaved(state: FlowState): boolean {
  switch (state.step) {
    case 'verifying':
      return true
    case 'capture':
      return state.finishing !== 'running'
    case 'unknown':
      return state.open || state.looking === true
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
