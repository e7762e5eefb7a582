import { createCapture } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import { reportToHost } from '../host/call-host.ts'
import { hostClock } from '../host/host-clock.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { verifyRecoveryCode } from '../protocol/verify-recovery-code.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import { isRotated, nextState, type FlowEvent } from './next-state.ts'
import { receiptOf, type Receipt } from './receipt.ts'

/** What a finished sign-in hands to the host. */
export interface Completion {
  /** Undefined behind a handler that keeps them. */
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
   * Undefined where the step does not take it or a request is open: nothing was sent.
   *
   * @param onRest Told once more, where the answer had stalled behind its code and the tokens came later.
   * @throws RecoveryCodeError `misused`
   */
  submit(recoveryCode: string, options: SendOptions, onRest?: OnRest): Promise<Receipt> | undefined
  /** The same code once more: the person's act, after an unknown outcome. */
  tryAgain(options: SendOptions, onRest?: OnRest): Promise<Receipt> | undefined
  /** Calls the host, once at a time; a host that fails can be called again, one that succeeded cannot. */
  complete(onComplete: (completion: Completion) => void | Promise<void>): void
  /** Forgets the codes and the tokens. */
  discard(): void
  /** Nobody is listening, and there is nothing here that a remount would miss. */
  idle(): boolean
}

/** Milliseconds after which the screen says that it is still working; after which it says that it does not know. */
const SLOW = 10_000
const SILENT = 30_000

/**
 * @param mfaToken Kept in this closure alone.
 * @param onChange Called before any listener, after the answer is in the vault.
 */
export function createRecoveryFlow(
  mfaToken: string,
  onChange: (state: FlowState) => void,
): RecoveryFlow {
  let state = PROMPT
  let sending = false
  let tokens: TokenSet | undefined
  let sentCode: string | undefined
  /** What may still come behind a code. A discard forgets it. */
  let awaited: Promise<Verification> | undefined
  let unlock: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const become = (next: FlowState) => {
    if (next === state) return
    state = next
    onChange(state)
    for (const listener of [...listeners]) listener()
  }
  const tell = (event: FlowEvent) => become(nextState(state, event))

  const empty = () => {
    tokens = sentCode = undefined
    clearTimeout(unlock)
    if (state.step === 'capture') state.capture.wipe()
  }

  /** The tokens that came behind a code, into the same vault. */
  const keepRest = async (later: Promise<Verification>, receipt: Receipt, onRest?: OnRest) => {
    const rest = ownMembers(await later)
    if (later !== awaited || rest.outcome !== 'verified') return
    tokens = rest.tokens
    tell({ type: 'signed-in' })
    onRest?.({ ...receipt, outcome: 'verified', code: undefined, status: undefined })
  }

  /** Everything is kept before anyone hears of it: no caller's code can lose the answer. */
  const keep = (answer: Verification, sent: string, at: number, onRest?: OnRest): Receipt => {
    sending = false
    const receipt = receiptOf(answer, sent, state.step === 'unknown')
    const code = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
    const capture =
      code === undefined ? undefined : createCapture(new Secret(code), new Secret(sent), at)
    const next = nextState(state, { type: 'answered', answer, capture, at })
    if (next !== state) {
      if (answer.outcome === 'verified') tokens = answer.tokens
      if (answer.outcome === 'unfinished' && answer.later !== undefined)
        void keepRest((awaited = answer.later), receipt, onRest)
      if (answer.outcome !== 'unknown') sentCode = undefined
      if (next.step === 'prompt' && next.retryAt !== undefined)
        unlock = setTimeout(() => tell({ type: 'wait-over' }), next.retryAt - at)
      become(next)
    }
    return receipt
  }

  const send = (
    text: string,
    options: SendOptions,
    onRest?: OnRest,
  ): Promise<Receipt> | undefined => {
    if (sending || nextState(state, { type: 'sent' }) === state) return undefined
    const now = hostClock(options.now)
    const recoveryCode = normalizeRecoveryCode(text, options.format)
    // The lock is taken before anyone is called, the host's `fetch` included: it may submit again within the call.
    sending = true
    let answer: Promise<Verification>
    try {
      answer = verifyRecoveryCode({ ...options, now, mfaToken, recoveryCode })
    } catch (error) {
      // Nothing was sent.
      sending = false
      throw error
    }
    sentCode = recoveryCode
    const timers = [
      setTimeout(() => tell({ type: 'slow' }), SLOW),
      setTimeout(() => tell({ type: 'silent' }), SILENT),
    ]
    tell({ type: 'sent' })
    return answer.then((verification) => {
      timers.forEach(clearTimeout)
      return keep(ownMembers(verification), recoveryCode, now(), onRest)
    })
  }

  const finish = async (
    onComplete: (completion: Completion) => void | Promise<void>,
    rotated: boolean,
  ) => {
    const running = state
    const end = (type: 'finished' | 'finish-failed') => {
      // Discarded meanwhile: what stands here now is another sign-in's.
      if (state !== running) return
      if (type === 'finished') empty()
      tell({ type })
    }
    try {
      // Both its own: what every object inherits must not stand for tokens that are not there.
      await onComplete({ tokens, rotated })
      end('finished')
    } catch (error) {
      end('finish-failed')
      reportToHost(error)
    }
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    submit: send,
    tryAgain: (options, onRest) =>
      sentCode === undefined ? undefined : send(sentCode, options, onRest),
    complete(onComplete) {
      const rotated = isRotated(state)
      const next = nextState(state, { type: 'finishing' })
      if (next === state) return
      const signedIn = next.step !== 'start-again'
      if (!signedIn) empty()
      become(next)
      if (signedIn) void finish(onComplete, rotated)
    },
    discard() {
      empty()
      awaited = undefined
      become(PROMPT)
    },
    idle: () => listeners.size === 0 && !sending && !isAtStake(state),
  }
}
