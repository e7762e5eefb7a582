import { callHost } from '../host/call-host.ts'
import type { ChallengeEvent, ChallengeOptions } from './challenge-options.ts'
import { createFlow, findFlow, keepFlow, showFlow, type FlowEntry } from './flow-registry.ts'
import { isAtStake, PROMPT, type FlowState } from './flow-state.ts'
import type { Receipt } from './receipt.ts'
import type { RecoveryFlow } from './recovery-flow.ts'
import { isSomebodyElse, type SignIn } from './sign-in.ts'

/**
 * One component's way to the flow of one sign-in: what it sends, shows, completes and tells is by the options of that
 * sign-in alone. It goes on showing a completed flow, an empty one, that the page has let go.
 */
export interface FlowHandle {
  /** Counts the handles of this page: another number is another sign-in, and what was typed for the last one goes. */
  readonly turn: number
  /** The newest options of this sign-in. */
  options: ChallengeOptions
  /** Takes the options of a committed render. */
  update(options: ChallengeOptions): void
  /** Whether it can go on with this sign-in. */
  fits(signIn: SignIn): boolean
  /** Whether it is surely another person's. */
  isSomebodyElse(signIn: SignIn): boolean
  read(): FlowState
  subscribe(listener: () => void): () => void
  submit(text: string): Promise<Receipt> | undefined
  tryAgain(): Promise<Receipt> | undefined
  /** By the component that sent the code; if that is gone, by the newest that shows this sign-in. */
  complete(): void
  discard(): void
  /** What the host throws at it changes nothing. */
  tell(event: ChallengeEvent): void
}

let handles = 0

export function createFlowHandle(own: SignIn, options: ChallengeOptions): FlowHandle {
  let signIn = own
  let held: FlowEntry | undefined

  const enter = (): FlowEntry => {
    const known = findFlow(signIn, held)
    if (known === undefined && held?.flow.read().step === 'complete') return held
    held = known ?? held ?? createFlow(signIn)
    keepFlow(held)
    // Whoever learns the account first tells all that share the flow.
    held.signIn.account ??= signIn.account
    signIn = held.signIn
    return held
  }
  const read = () => (held ?? findFlow(signIn))?.flow.read() ?? PROMPT
  const answered = (receipt: Receipt) => handle.tell({ type: 'answered', ...receipt })
  const sentHere = (send: (flow: RecoveryFlow) => Promise<Receipt> | undefined) => {
    const entry = enter()
    const receipt = send(entry.flow)
    if (receipt === undefined) return undefined
    entry.sentBy = handle
    handle.tell({ type: 'submitted' })
    void receipt.then(answered)
    return receipt
  }

  const handle: FlowHandle = {
    turn: (handles += 1),
    options,
    update(options) {
      handle.options = options
      signIn.account ??= options.account
    },
    fits(given) {
      if (signIn.attempt !== given.attempt || isSomebodyElse(signIn, given)) return false
      // An account has just become known: its own flow, if the page has one, goes before a prompt with nothing in it.
      const theirs = signIn.account === given.account ? undefined : findFlow(given)
      return theirs === undefined || theirs.signIn === signIn || isAtStake(read())
    },
    isSomebodyElse: (given) => isSomebodyElse(signIn, given),
    read,
    subscribe(listener) {
      const entry = enter()
      const stop = entry.flow.subscribe(listener)
      const leave = showFlow(entry, handle)
      return () => {
        stop()
        leave()
      }
    },
    submit: (text) => sentHere((flow) => flow.submit(text, handle.options, answered)),
    tryAgain: () => sentHere((flow) => flow.tryAgain(handle.options, answered)),
    complete() {
      const { flow, shownBy, sentBy } = enter()
      const by = (sentBy && shownBy.has(sentBy) ? sentBy : [...shownBy].at(-1)) ?? handle
      flow.complete(async (completion) => {
        await by.options.onComplete(completion)
        by.tell({ type: 'completed' })
      })
    },
    discard: () => enter().flow.discard(),
    tell: (event) => callHost(() => handle.options.onEvent?.(event)),
  }
  return handle
}
