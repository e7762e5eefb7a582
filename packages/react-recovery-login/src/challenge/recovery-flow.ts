import { createCapture, type CaptureStore } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import { reportToHost } from '../host/call-host.ts'
import { createStore } from '../host/create-store.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import { isRotated, nextState, type FlowEvent } from './next-state.ts'
import { receiptOf, type Receipt } from './receipt.ts'
import { sendOnce, type Answered } from './send-once.ts'

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
   * @param onRest Called if the answer had stalled after its code and the tokens came later.
   * @throws RecoveryCodeError `misused`
   */
  submit(recoveryCode: string, options: SendOptions, onRest?: OnRest): Promise<Receipt> | undefined
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
  const { read, subscribe, set, notify, hasListeners } = createStore(PROMPT)
  let sending = false
  let tokens: TokenSet | undefined
  let sentCode: string | undefined
  /** What may still come after a code. A discard forgets it. */
  let awaited: Promise<Verification> | undefined
  let unlock: ReturnType<typeof setTimeout> | undefined

  const transition = (next: FlowState) => {
    if (next === read()) return
    set(next)
    onChange(next)
    notify()
  }
  const dispatch = (event: FlowEvent) => transition(nextState(read(), event))

  const wipe = () => {
    tokens = sentCode = undefined
    clearTimeout(unlock)
    const state = read()
    if (state.step === 'capture') state.capture.wipe()
  }

  /** Puts tokens that came after a code into the same vault. */
  const keepRest = async (later: Promise<Verification>, receipt: Receipt, onRest?: OnRest) => {
    awaited = later
    const rest = ownMembers(await later)
    if (later !== awaited || rest.outcome !== 'verified') return
    tokens = rest.tokens
    dispatch({ type: 'signed-in' })
    onRest?.({ ...receipt, outcome: 'verified', code: undefined, status: undefined })
  }

  /** Stored before anyone is notified: no caller's code can lose the answer. */
  const keep = ({ answer, receivedAt }: Answered, sent: string, onRest?: OnRest): Receipt => {
    sending = false
    const state = read()
    const receipt = receiptOf(answer, sent, state.step === 'unknown')
    const capture = captureOf(answer, sent, receivedAt)
    const next = nextState(state, { type: 'answered', answer, capture, receivedAt })
    if (next === state) return receipt
    if (answer.outcome === 'verified') tokens = answer.tokens
    if (answer.outcome === 'unfinished' && answer.later !== undefined)
      void keepRest(answer.later, receipt, onRest)
    if (answer.outcome !== 'unknown') sentCode = undefined
    if (next.step === 'prompt' && next.retryAt !== undefined)
      unlock = setTimeout(() => dispatch({ type: 'wait-over' }), next.retryAt - receivedAt)
    transition(next)
    return receipt
  }

  const submit: RecoveryFlow['submit'] = (text, options, onRest) => {
    const state = read()
    if (sending || nextState(state, { type: 'sent' }) === state) return undefined
    const recoveryCode = normalizeRecoveryCode(text, options.format)
    // Lock before calling anyone, the host's `fetch` included: it may submit again during the call.
    sending = true
    let answered: Promise<Answered>
    try {
      answered = sendOnce({ ...options, mfaToken, recoveryCode }, dispatch)
    } catch (error) {
      // Nothing was sent.
      sending = false
      throw error
    }
    sentCode = recoveryCode
    dispatch({ type: 'sent' })
    return answered.then((arrived) => keep(arrived, recoveryCode, onRest))
  }

  return {
    read,
    subscribe,
    submit,
    tryAgain: (options, onRest) =>
      sentCode === undefined ? undefined : submit(sentCode, options, onRest),
    complete(onComplete) {
      const running = nextState(read(), { type: 'finishing' })
      if (running === read()) return
      // Both are own members: an inherited one must not replace tokens that are missing.
      const completion = { tokens, rotated: isRotated(read()) }
      const signedIn = running.step !== 'start-again'
      if (!signedIn) wipe()
      transition(running)
      if (!signedIn) return
      void finish(
        () => onComplete(completion),
        (type) => {
          // Discarded meanwhile: the state is now another sign-in's.
          if (read() !== running) return
          if (type === 'finished') wipe()
          dispatch({ type })
        },
      )
    },
    discard() {
      wipe()
      awaited = undefined
      transition(PROMPT)
    },
    idle: () => !hasListeners() && !sending && !isAtStake(read()),
  }
}

function captureOf(answer: Verification, sent: string, issuedAt: number): CaptureStore | undefined {
  const code = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
  return code === undefined
    ? undefined
    : createCapture(new Secret(code), new Secret(sent), issuedAt)
}

async function finish(
  callHost: () => void | Promise<void>,
  end: (type: 'finished' | 'finish-failed') => void,
): Promise<void> {
  try {
    await callHost()
    end('finished')
  } catch (error) {
    end('finish-failed')
    reportToHost(error)
  }
}
