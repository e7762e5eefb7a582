import { callHost } from '../host/call-host.ts'
import type { ChallengeEvent, ChallengeOptions } from './challenge-options.ts'
import { createFlow, findFlow, keepFlow, showFlow, type FlowEntry } from './flow-registry.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import type { Receipt } from './receipt.ts'
import type { RecoveryFlow } from './recovery-flow.ts'
import { isSomebodyElse, type SignIn } from './sign-in.ts'

/**
 * One component's access to the flow of one sign-in: it sends, shows, completes and reports with that sign-in's options
 * only. It keeps showing a completed flow, which is empty, after the page dropped it.
 */
export interface FlowHandle {
  /** Counts this page's handles: a new number is a new sign-in, and clears what was typed for the last one. */
  readonly turn: number
  /** The latest options of this sign-in. */
  options: ChallengeOptions
  /** Takes the options of a committed render. */
  update(options: ChallengeOptions): void
  /** Whether it can continue with this sign-in. */
  fits(signIn: SignIn): boolean
  /** Whether it is certainly another person's. */
  isSomebodyElse(signIn: SignIn): boolean
  read(): FlowState
  subscribe(listener: () => void): () => void
  submit(text: string, code?: string): Promise<Receipt> | undefined
  tryAgain(): Promise<Receipt> | undefined
  look(): void
  reopen(): void
  /** By the component that sent the code or, if it unmounted, by the newest that shows this sign-in. */
  complete(): void
  discard(): void
  /** An error that the host throws changes nothing. */
  emit(event: ChallengeEvent): void
}

let handles = 0

export function createFlowHandle(initial: SignIn, options: ChallengeOptions): FlowHandle {
  let signIn = initial
  let held: FlowEntry | undefined

  const enter = (): FlowEntry => {
    const found = findFlow(signIn, held)
    if (found === undefined && held?.flow.read().step === 'complete') return held
    held = found ?? held ?? createFlow(signIn)
    keepFlow(held)
    // The first account that is known applies to all that share the flow.
    held.signIn.account ??= signIn.account
    signIn = held.signIn
    return held
  }
  const read = () => (held ?? findFlow(signIn))?.flow.read() ?? PROMPT
  const emitAnswered = (receipt: Receipt) => handle.emit({ type: 'answered', ...receipt })
  const sendAndReport = (send: (flow: RecoveryFlow) => Promise<Receipt> | undefined) => {
    const entry = enter()
    const receipt = send(entry.flow)
    if (receipt === undefined) return undefined
    entry.sentBy = handle
    handle.emit({ type: 'submitted' })
    void receipt.then(emitAnswered)
    return receipt
  }

  const handle: FlowHandle = {
    turn: (handles += 1),
    options,
    update(options) {
      handle.options = options
      signIn.account ??= options.account
    },
    fits(other) {
      if (signIn.attempt !== other.attempt || isSomebodyElse(signIn, other)) return false
      // The account just became known: its own flow, if the page has one, takes precedence over an empty prompt.
      const otherFlow = signIn.account === other.account ? undefined : findFlow(other)
      return otherFlow === undefined || otherFlow.signIn === signIn || isAtStake(read())
    },
    isSomebodyElse: (other) => isSomebodyElse(signIn, other),
    read,
    subscribe: (listener) => showFlow(enter(), handle, listener),
    submit: (text, code) =>
      sendAndReport((flow) => flow.submit(text, handle.options, emitAnswered, code)),
    tryAgain: () => sendAndReport((flow) => flow.tryAgain(handle.options, emitAnswered)),
    look: () => enter().flow.look(),
    reopen: () => enter().flow.reopen(),
    complete() {
      const { flow, shownBy, sentBy } = enter()
      const owner = (sentBy && shownBy.has(sentBy) ? sentBy : [...shownBy].at(-1)) ?? handle
      flow.complete(async (completion) => {
        await owner.options.onComplete(completion)
        owner.emit({ type: 'completed' })
      })
    },
    discard: () => enter().flow.discard(),
    emit: (event) => callHost(() => handle.options.onEvent?.(event)),
  }
  return handle
}
