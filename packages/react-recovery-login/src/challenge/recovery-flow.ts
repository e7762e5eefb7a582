import { finishByHost } from '../host/call-host.ts'
import { createStore } from '../host/create-store.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { createSender, type Answered } from './create-sender.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import { canSend, isRotated, nextState, type FlowEvent } from './next-state.ts'
import { receiptOf, type Receipt } from './receipt.ts'
import { EMPTY, vaultOf } from './vault.ts'

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

type OnRest = (receipt: Receipt) => void

/** One sign-in's states, lock and vault. No React, no query cache, no DOM. */
export interface RecoveryFlow {
  read(): FlowState
  subscribe(listener: () => void): () => void
  /**
   * Undefined if the step doesn't allow it or a request is open: nothing was sent.
   *
   * @param text As typed.
   * @param onRest Called if the answer had stalled after its code and the tokens came later.
   * @param code The text as it is sent, if it has been normalised already.
   * @throws RecoveryCodeError `misused`
   */
  submit(
    text: string,
    options: SendOptions,
    onRest?: OnRest,
    code?: string,
  ): Promise<Receipt> | undefined
  /** The same code again: at the person's request, after an unknown outcome. */
  tryAgain(options: SendOptions, onRest?: OnRest): Promise<Receipt> | undefined
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
  const sender = createSender(mfaToken, dispatch)
  let unlock: ReturnType<typeof setTimeout> | undefined
  let vault = EMPTY
  const wipe = () => {
    vault.capture?.wipe()
    vault = EMPTY
  }

  /** Puts tokens that came after a code into the same vault. */
  const keepRest = async (later: Promise<Verification>, receipt: Receipt, onRest?: OnRest) => {
    const awaiting = vault
    const rest = ownMembers(await later)
    // Another vault: it was discarded meanwhile.
    if (vault !== awaiting || rest.outcome !== 'verified') return
    vault = { ...vault, tokens: rest.tokens }
    dispatch({ type: 'signed-in' })
    onRest?.({ ...receipt, outcome: 'verified', code: undefined, status: undefined })
  }

  /** Stored before anyone is notified: no caller's code can lose the answer. */
  const keep = (answered: Answered, onRest?: OnRest) => {
    const { answer, sent, receivedAt } = answered
    const state = read()
    const receipt = receiptOf(answer, sent, state.step === 'unknown')
    const filled = vaultOf(answered)
    const next = nextState(state, { type: 'answered', answer, receivedAt, capture: filled.capture })
    if (next === state) return receipt
    vault = filled
    if (answer.outcome === 'unfinished' && answer.later !== undefined)
      void keepRest(answer.later, receipt, onRest)
    if (next.step === 'prompt' && next.retryAt !== undefined)
      unlock = setTimeout(() => dispatch({ type: 'wait-over' }), next.retryAt - receivedAt)
    update(next)
    return receipt
  }

  const send = (recoveryCode: string, options: SendOptions, onRest?: OnRest) => {
    if (sender.isSending() || !canSend(read())) return undefined
    const receipt = sender.send(recoveryCode, options, (answered) => keep(answered, onRest))
    dispatch({ type: 'sent' })
    return receipt
  }

  return {
    read,
    subscribe,
    submit: (text, options, onRest, code = normalizeRecoveryCode(text, options.format)) =>
      send(code, options, onRest),
    tryAgain: (options, onRest) =>
      vault.sentCode === undefined ? undefined : send(vault.sentCode, options, onRest),
    complete(onComplete) {
      const running = nextState(read(), { type: 'finishing' })
      if (running === read()) return
      // Both are own members: an inherited one must not replace tokens that are missing.
      const completion = { tokens: vault.tokens, rotated: isRotated(read()) }
      const ended = (type: 'finished' | 'finish-failed') => {
        // Discarded meanwhile: the state is now another sign-in's.
        if (read() !== running) return
        if (type === 'finished') wipe()
        dispatch({ type })
      }
      // Nobody is signed in, so the host isn't called. Only the codes are wiped: the tokens may still come.
      if (running.step === 'start-again') vault.capture?.wipe()
      update(running)
      if (running.step !== 'start-again') void finishByHost(() => onComplete(completion), ended)
    },
    discard() {
      wipe()
      clearTimeout(unlock)
      update(PROMPT)
    },
    idle: () => !hasListeners() && !sender.isSending() && !isAtStake(read()),
  }
}
