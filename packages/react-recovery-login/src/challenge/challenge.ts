import { captureBindings } from '../capture/capture-bindings.ts'
import type { CaptureState } from '../capture/capture-state.ts'
import type { NewRecoveryCodeNoticeBinding } from '../capture/new-recovery-code-notice-binding.ts'
import type { SaveConfirmationBinding } from '../capture/save-confirmation-binding.ts'
import { isTime } from '../host/host-clock.ts'
import type { ChallengeMessageBinding } from '../message/challenge-message-binding.ts'
import type { RecoveryCodeFormBinding } from '../prompt/recovery-code-form-binding.ts'
import { auth0RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { ChallengeEvent, ChallengeOptions } from './challenge-options.ts'
import type { FlowState } from './flow-state.ts'

/** A challenge's current step, with the complete props of its components. */
export type Challenge = {
  /** Forgets the codes and the tokens. For sign-out and tests; the kit never calls it. */
  readonly discard: () => void
} & ChallengeStep

/** One member per step, so that comparing `step` narrows like a `switch`. */
export type ChallengeStep =
  | { readonly step: 'prompt'; readonly form: RecoveryCodeFormBinding }
  | { readonly step: 'verifying'; readonly form: RecoveryCodeFormBinding }
  | {
      readonly step: 'capture'
      readonly notice: NewRecoveryCodeNoticeBinding
      readonly confirmation: SaveConfirmationBinding
    }
  | {
      readonly [Message in ChallengeMessageBinding as Message['step']]: {
        readonly step: Message['step']
        readonly message: Message
      }
    }[ChallengeMessageBinding['step']]

/** What the person can do in a challenge. */
export interface ChallengeActs {
  readonly submit: RecoveryCodeFormBinding['onSubmit']
  readonly tryAgain: () => void
  readonly look: () => void
  readonly reopen: () => void
  readonly complete: () => void
  readonly emit: (event: ChallengeEvent) => void
}

/** Every step name. */
export type Step = ChallengeStep['step']

/** A state as its components' props. Pure, with one case per step. */
export function challengeStep(
  state: FlowState,
  options: ChallengeOptions,
  acts: ChallengeActs,
  turn: number,
  captureState: CaptureState,
): ChallengeStep {
  const { onStartAgain, onContinue } = options
  switch (state.step) {
    case 'prompt':
      if (options.interrupted && !state.reopened) return interrupted(options, acts)
      return {
        step: 'prompt',
        form: {
          ...form(options, acts, turn),
          verifying: false,
          slow: false,
          error: state.error,
          afterUnknown: state.afterUnknown,
          maybeLocked: state.refusals >= (options.lockHintAfter ?? 5),
          retryAt: state.retryAt,
          heldUntil: state.reopened ? heldUntil(options) : undefined,
        },
      }
    case 'verifying':
      return {
        step: 'verifying',
        form: {
          ...form(options, acts, turn),
          verifying: true,
          slow: state.slow,
          afterUnknown: state.afterUnknown,
          maybeLocked: false,
        },
      }
    case 'capture':
      return {
        step: 'capture',
        ...captureBindings(state.capture, captureState, {
          ...options,
          turn,
          occasion: state.signedIn ? 'replaced' : 'unfinished',
          late: state.late,
          finishing: state.finishing,
          onConfirm: acts.complete,
          onEvent: acts.emit,
        }),
      }
    case 'unknown':
      return message(options, {
        step: 'unknown',
        open: state.open,
        looking: state.looking,
        error: state.error,
        onCheckAgain: acts.look,
        onTryAgain: acts.tryAgain,
      })
    case 'completing':
      return message(options, {
        step: 'completing',
        finishing: state.finishing,
        onTryAgain: acts.complete,
      })
    case 'complete':
      return message(options, { step: 'complete', rotated: state.rotated, onContinue })
    case 'start-again':
      return message(options, {
        step: 'start-again',
        reason: state.reason,
        codeMayBeSpent: state.codeMayBeSpent,
        hasNext: state.next !== undefined,
        onStartAgain: onStartAgain && (() => onStartAgain(state.reason, state.next)),
      })
    case 'unavailable':
      return message(options, { step: 'unavailable', error: state.error })
  }
}

function form(options: ChallengeOptions, { submit }: ChallengeActs, turn: number) {
  return {
    turn,
    format: options.format ?? auth0RecoveryCodeFormat,
    concealable: options.concealable,
    labels: options.labels,
    now: options.now,
    expiresAt: isTime(options.expiresAt) ? options.expiresAt : undefined,
    onSubmit: submit,
    onTryAnotherMethod: options.onTryAnotherMethod,
    onCodeMissing: options.onCodeMissing,
    onSupport: options.onSupport,
  }
}

/** Only with both: it is a promise, and its end has to be said. */
function heldUntil({ held, expiresAt }: ChallengeOptions): number | undefined {
  return held && isTime(expiresAt) ? expiresAt : undefined
}

function interrupted(options: ChallengeOptions, { reopen }: ChallengeActs): ChallengeStep {
  const { onStartAgain, onContinue } = options
  const signedIn = options.interrupted === 'signed-in'
  return message(
    // Someone signed in needs no other way to sign in.
    signedIn ? { ...options, onTryAnotherMethod: undefined } : options,
    {
      step: 'interrupted',
      signedIn,
      heldUntil: heldUntil(options),
      onEnterAgain: reopen,
      onContinue,
      onStartAgain: onStartAgain && (() => onStartAgain('interrupted')),
    },
  )
}

function message<Message extends ChallengeMessageBinding>(
  { site, labels, onTryAnotherMethod, onSupport }: ChallengeOptions,
  rest: Message,
): { readonly step: Message['step']; readonly message: Message } {
  return { step: rest.step, message: { site, labels, onTryAnotherMethod, onSupport, ...rest } }
}
