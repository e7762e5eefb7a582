import { finishByHost } from '../host/call-host.ts'
import { createStore } from '../host/create-store.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet } from '../protocol/read-verification.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { createAttempts, type OnLater, type Vault } from './create-attempts.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import { isRotated, nextState, type FlowEvent } from './next-state.ts'
import type { Receipt } from './receipt.ts'

/** What `onComplete` gets. */
export interface Completion {
  /** Undefined if your handler keeps them. */
  readonly tokens?: TokenSet | undefined
  /** Whether a new recovery code was issued and saved. */
  readonly rotated: boolean
}

export interface SendOptions {
  readonly transport: RecoveryCodeTransport
  readonly format?: RecoveryCodeFormat | undefined
  readonly now?: (() => number) | undefined
}

/** One sign-in's states, lock and vault. No React, no query cache, no DOM. */
export interface RecoveryFlow {
  read(): FlowState
  subscribe(listener: () => void): () => void
  /**
   * Undefined if the step doesn't allow it or a request is open: nothing was sent.
   *
   * @param text As typed.
   * @param code The text as it is sent, if it has been normalised already.
   * @throws RecoveryCodeError `misused`
   */
  submit(
    text: string,
    options: SendOptions,
    onLater?: OnLater,
    code?: string,
  ): Promise<Receipt> | undefined
  /** The same code again: at the person's request, after an unknown outcome. */
  tryAgain(options: SendOptions, onLater?: OnLater): Promise<Receipt> | undefined
  /** Looks for a lost answer once more, at the person's request. Spends nothing. */
  look(): void
  /** Shows the prompt to a person who was interrupted, to enter the same code again. */
  reopen(): void
  /** Calls the host, one call at a time. A failed call can be repeated, a successful one can't. */
  complete(onComplete: (completion: Completion) => void | Promise<void>): void
  /** Forgets the codes and the tokens. */
  discard(): void
  /** It has no listeners, and nothing that a remount would miss. */
  idle(): boolean
}

/**
 * @param mfaToken Kept only in this closure.
 * @param onChange Called before any listener, after the answer is in the vault.
 */
export function createRecoveryFlow(
  mfaToken: string,
  onChange: (state: FlowState) => void,
): RecoveryFlow {
  const { read, subscribe, update, hasListeners } = createStore(PROMPT, onChange)
  const dispatch = (event: FlowEvent) => update(nextState(read(), event))
  // Inherited tokens must not replace those that are missing.
  const vault = ownMembers<Vault>({})
  const attempts = createAttempts({ read, update, dispatch }, vault)
  const wipe = () => {
    vault.tokens = vault.confirm = undefined
    const state = read()
    if (state.step === 'capture') state.capture.wipe()
  }

  return {
    read,
    subscribe,
    submit: (text, { transport, format, now }, onLater, code) =>
      attempts.send(
        { transport, mfaToken, recoveryCode: code ?? normalizeRecoveryCode(text, format), now },
        onLater,
      ),
    tryAgain: ({ transport, now }, onLater) =>
      attempts.sendAgain({ transport, mfaToken, now }, onLater),
    look: attempts.look,
    reopen: () => dispatch({ type: 'reopened' }),
    complete(onComplete) {
      const running = nextState(read(), { type: 'finishing' })
      if (running === read()) return
      // Both are own members: an inherited one must not replace tokens that are missing.
      const completion = { tokens: vault.tokens, rotated: isRotated(read()) }
      const ended = (type: 'finished' | 'finish-failed') => {
        // Discarded meanwhile: the state is now another sign-in's.
        if (read() !== running) return
        if (type === 'finished') {
          wipe()
          attempts.forget()
        }
        dispatch({ type })
      }
      // Nobody is signed in, so the host isn't called. Only the codes are wiped: the tokens may still come.
      if (running.step === 'start-again') wipe()
      vault.confirm?.()
      vault.confirm = undefined
      update(running)
      if (running.step !== 'start-again') void finishByHost(() => onComplete(completion), ended)
    },
    discard() {
      wipe()
      attempts.forget()
      update(PROMPT)
    },
    idle: () => !hasListeners() && !attempts.isOpen() && !isAtStake(read()),
  }
}
