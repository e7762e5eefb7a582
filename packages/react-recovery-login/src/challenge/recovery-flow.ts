import { reportToHost } from '../host/call-host.ts'
import { hostClock } from '../host/host-clock.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { verifyRecoveryCode } from '../protocol/verify-recovery-code.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import { nextState, type FlowEvent } from './next-state.ts'

/** What may be told to anyone about an attempt: no secret. */
export interface Receipt {
  readonly outcome: Verification['outcome']
  /** A new recovery code came. */
  readonly rotated: boolean
  /** It is the very code that was sent. */
  readonly unchanged: boolean
  /** It came after the person had been told that there was no answer. */
  readonly late: boolean
  readonly code?: RecoveryCodeErrorCode
}

/** What a finished sign-in hands to the host. */
export interface Completion {
  /** Absent behind a handler that keeps them. */
  readonly tokens?: TokenSet
  /** Whether a new recovery code was issued and saved. */
  readonly rotated: boolean
}

export interface SendOptions {
  readonly transport: RecoveryCodeTransport
  readonly format?: RecoveryCodeFormat
  readonly now?: () => number
}

/** One sign-in's states, lock and vault. No React, no query cache, no DOM. */
export interface RecoveryFlow {
  read(): FlowState
  subscribe(listener: () => void): () => void
  /** Undefined where the step does not take it or a request is open: nothing was sent. @throws RecoveryCodeError `misused` */
  submit(recoveryCode: string, options: SendOptions): Promise<Receipt> | undefined
  /** The same code once more: the person's act, after an unknown outcome. */
  tryAgain(options: SendOptions): Promise<Receipt> | undefined
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
    if (state.step !== 'capture') return
    state.newRecoveryCode.wipe()
    state.oldRecoveryCode.wipe()
  }

  /** Everything is kept before anyone hears of it: no caller's code can lose the answer. */
  const keep = (answer: Verification, sent: string, at: number): Receipt => {
    sending = false
    const late = state.step === 'unknown'
    const next = nextState(state, { type: 'answered', answer, sent, at })
    if (next !== state) {
      if (answer.outcome === 'verified') tokens = answer.tokens
      if (answer.outcome !== 'unknown') sentCode = undefined
      if (next.step === 'prompt' && next.retryAt !== undefined)
        unlock = setTimeout(() => tell({ type: 'wait-over' }), next.retryAt - at)
      become(next)
    }
    return receiptOf(answer, sent, late)
  }

  /** The lock is taken before anyone is called, the host's `fetch` included: it may submit again within the call. */
  const lockedWhile = <Sent>(start: () => Sent): Sent => {
    sending = true
    try {
      return start()
    } catch (error) {
      // Nothing was sent.
      sending = false
      throw error
    }
  }

  const send = (text: string, options: SendOptions): Promise<Receipt> | undefined => {
    if (sending || nextState(state, { type: 'sent' }) === state) return undefined
    const now = hostClock(options.now)
    const recoveryCode = normalizeRecoveryCode(text, options.format)
    const answer = lockedWhile(() =>
      verifyRecoveryCode({ ...options, now, mfaToken, recoveryCode }),
    )
    sentCode = recoveryCode
    const timers = [
      setTimeout(() => tell({ type: 'slow' }), SLOW),
      setTimeout(() => tell({ type: 'silent' }), SILENT),
    ]
    tell({ type: 'sent' })
    return answer.then((verification) => {
      timers.forEach(clearTimeout)
      return keep(verification, recoveryCode, now())
    })
  }

  const finish = async (onComplete: (completion: Completion) => void | Promise<void>) => {
    const rotated = state.step === 'capture'
    tell({ type: 'finishing' })
    const running = state
    const end = (type: 'finished' | 'finish-failed') => {
      // Discarded meanwhile: what stands here now is another sign-in's.
      if (state !== running) return
      if (type === 'finished') empty()
      tell({ type })
    }
    try {
      await onComplete({ ...(tokens && { tokens }), rotated })
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
    tryAgain: (options) => (sentCode === undefined ? undefined : send(sentCode, options)),
    complete(onComplete) {
      if (state.step !== 'capture' && state.step !== 'completing') return
      if (state.finishing === 'running') return
      if (state.step === 'completing' || state.signedIn) return void finish(onComplete)
      empty()
      tell({ type: 'finishing' })
    },
    discard() {
      empty()
      become(PROMPT)
    },
    idle: () => listeners.size === 0 && !sending && !isAtStake(state),
  }
}

function receiptOf(answer: Verification, sent: string, late: boolean): Receipt {
  const { outcome } = answer
  const code = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
  return {
    outcome,
    rotated: code !== undefined,
    unchanged: code === sent,
    late,
    ...('error' in answer && { code: answer.error.code }),
  }
}
