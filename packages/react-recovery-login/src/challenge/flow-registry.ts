import { guardLeaving } from '../capture/guard-leaving.ts'
import type { FlowHandle } from './flow-handle.ts'
import { isUnsaved, PROMPT } from './flow-state.ts'
import { createRecoveryFlow, type RecoveryFlow } from './recovery-flow.ts'
import type { SignIn } from './sign-in.ts'

/** A sign-in's flow, and who shows it. */
export interface FlowEntry {
  readonly signIn: SignIn
  readonly flow: RecoveryFlow
  /** The mounted components, oldest first. */
  readonly shownBy: Set<FlowHandle>
  /** The component that sent the code: its host completes the sign-in. */
  sentBy: FlowHandle | undefined
}

/**
 * The page's flows by attempt, so that a remount finds its own. In the browser alone: it is filled by subscribing and by
 * submitting, never by a render, because a server renders for several people.
 */
const entries = new Map<string, Set<FlowEntry>>()
/** Those on screen. */
const shown = new Set<FlowEntry>()
/** The sign-in of whoever came last. */
let current: FlowEntry | undefined

/** How many sign-ins the page holds. */
export function flowCount(): number {
  return all().length
}

function all(): FlowEntry[] {
  return [...entries.values()].flatMap((people) => [...people])
}

/**
 * The flow of this very account, else the one whose account nobody knew yet. Never another account's.
 *
 * @param held Goes before any other, while the page still has it.
 */
export function findFlow(signIn: SignIn, held?: FlowEntry): FlowEntry | undefined {
  const people = entries.get(signIn.attempt) ?? new Set()
  if (held !== undefined && people.has(held)) return held
  const ofAccount = (account: string | undefined) =>
    [...people].find((entry) => entry.signIn.account === account)
  return ofAccount(signIn.account) ?? ofAccount(undefined)
}

/** Not on the page yet: see {@link keepFlow}. */
export function createFlow(signIn: SignIn): FlowEntry {
  const flow = createRecoveryFlow(signIn.mfaToken, (state) => {
    if (state.step === 'complete' || state === PROMPT) dropFlow(entry)
    guardPage()
  })
  const entry: FlowEntry = { signIn, flow, shownBy: new Set(), sentBy: undefined }
  return entry
}

export function keepFlow(entry: FlowEntry): void {
  const { attempt } = entry.signIn
  entries.set(attempt, (entries.get(attempt) ?? new Set()).add(entry))
}

function dropFlow(entry: FlowEntry): void {
  const { attempt } = entry.signIn
  const people = entries.get(attempt)
  people?.delete(entry)
  if (people?.size === 0) entries.delete(attempt)
  // It holds the mfa token.
  if (current === entry) current = undefined
}

/** A component shows it from now on. @returns The end of that. */
export function showFlow(entry: FlowEntry, handle: FlowHandle): () => void {
  entry.shownBy.add(handle)
  shown.add(entry)
  current = entry
  guardPage()
  return () => {
    entry.shownBy.delete(handle)
    if (entry.shownBy.size === 0) shown.delete(entry)
    if (entry.flow.idle()) dropFlow(entry)
    guardPage()
  }
}

/**
 * The browser asks before the page goes while an answer is on its way or a code is unsaved, mounted or not, until
 * somebody else comes to the page: they must not be asked about what isn't theirs.
 */
function guardPage(): void {
  const asks = [...shown, current].some((entry) => entry && isUnsaved(entry.flow.read()))
  guardLeaving(entries, asks)
}

/**
 * Empties every flow on this page: codes and tokens are forgotten, an answer on its way is dropped, and the browser no
 * longer asks before the page goes. For sign-out on a page that several people use; the kit never calls it.
 */
export function discardAll(): void {
  for (const { flow } of all()) flow.discard()
  entries.clear()
  guardPage()
}
