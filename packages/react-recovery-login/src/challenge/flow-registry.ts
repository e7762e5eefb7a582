import { guardLeaving } from '../capture/guard-leaving.ts'
import type { FlowHandle } from './flow-handle.ts'
import { isUnsaved, PROMPT } from './flow-state.ts'
import { createRecoveryFlow, type RecoveryFlow } from './recovery-flow.ts'
import type { SignIn } from './sign-in.ts'

/** A sign-in's flow, and its components. */
export interface FlowEntry {
  readonly signIn: SignIn
  readonly flow: RecoveryFlow
  /** The mounted components, oldest first. */
  readonly shownBy: Set<FlowHandle>
  /** The component that sent the code: its `onComplete` is called. */
  sentBy: FlowHandle | undefined
}

/**
 * The page's flows, so that a remount finds its own. Only in the browser: it is filled by subscribing and submitting,
 * never by a render, because a server renders for several people.
 */
const flows = new Set<FlowEntry>()
/** The last one that was shown. */
let current: FlowEntry | undefined

/** How many sign-ins the page holds. */
export function flowCount(): number {
  return flows.size
}

/**
 * The flow of this account, else the one whose account is not known yet. Never another account's.
 *
 * @param held Takes precedence while the page still has it.
 */
export function findFlow({ attempt, account }: SignIn, held?: FlowEntry): FlowEntry | undefined {
  if (held !== undefined && flows.has(held)) return held
  const ofAttempt = [...flows].filter(({ signIn }) => signIn.attempt === attempt)
  const ofAccount = (account: string | undefined) =>
    ofAttempt.find(({ signIn }) => signIn.account === account)
  return ofAccount(account) ?? ofAccount(undefined)
}

/** Not on the page yet: see {@link keepFlow}. */
export function createFlow(signIn: SignIn): FlowEntry {
  const entry: FlowEntry = {
    signIn,
    flow: createRecoveryFlow(signIn.mfaToken, (state) => {
      if (state.step === 'complete' || state === PROMPT) dropFlow(entry)
      guardPage()
    }),
    shownBy: new Set(),
    sentBy: undefined,
  }
  return entry
}

export function keepFlow(entry: FlowEntry): void {
  flows.add(entry)
}

function dropFlow(entry: FlowEntry): void {
  flows.delete(entry)
  // It holds the mfa token.
  if (current === entry) current = undefined
}

/** Subscribes a component that shows it. @returns Undoes that. */
export function showFlow(entry: FlowEntry, handle: FlowHandle, listener: () => void): () => void {
  const unsubscribe = entry.flow.subscribe(listener)
  entry.shownBy.add(handle)
  current = entry
  guardPage()
  return () => {
    unsubscribe()
    entry.shownBy.delete(handle)
    if (entry.flow.idle()) dropFlow(entry)
    guardPage()
  }
}

/**
 * Makes the browser ask before leaving while an answer is pending or a code is unsaved, mounted or not, until somebody
 * else uses the page: they must not be asked about what isn't theirs.
 */
function guardPage(): void {
  const asks = [...flows].some(
    (entry) => (entry === current || entry.shownBy.size > 0) && isUnsaved(entry.flow.read()),
  )
  guardLeaving(flows, asks)
}

/**
 * Empties every flow on this page: forgets codes and tokens, drops a pending answer, and the browser no longer asks
 * before leaving. For sign-out on a page that several people use; the kit never calls it.
 */
export function discardAll(): void {
  flows.forEach(({ flow }) => flow.discard())
  flows.clear()
  guardPage()
}
