import { createCapture, type CaptureStore } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import type { Store } from '../host/create-store.ts'
import { confirmHeldAnswer } from '../protocol/confirm-held-answer.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { SentRecoveryCode } from '../protocol/send-recovery-code.ts'
import { createLooker, type Looker } from './create-looker.ts'
import type { FlowState } from './flow-state.ts'
import { canSend, nextState, type FlowEvent } from './next-state.ts'
import { receiptOf, type Receipt } from './receipt.ts'
import { sendOnce, type Answered } from './send-once.ts'

/** What the answer brought. Emptied once the sign-in is over. */
export interface Vault {
  tokens?: TokenSet | undefined
  /** Tells the handler that the new code of its held answer is saved. */
  confirm?: (() => void) | undefined
}

/** The flow's state. */
export interface FlowStore extends Pick<Store<FlowState>, 'read' | 'update'> {
  dispatch(event: FlowEvent): void
}

/** Called for what comes after an attempt has settled: a lost answer, or the rest of one. */
export type OnLater = (receipt: Receipt) => void

/** Sends codes, one at a time, and puts what they bring into the vault. */
export interface Attempts {
  /**
   * @returns Undefined if the step doesn't allow it or a request is open: nothing was sent.
   * @throws RecoveryCodeError `misused`
   */
  send(request: SentRecoveryCode, onLater?: OnLater): Promise<Receipt> | undefined
  /** The same code again: at the person's request, after an unknown outcome. */
  sendAgain(
    request: Omit<SentRecoveryCode, 'recoveryCode'>,
    onLater?: OnLater,
  ): Promise<Receipt> | undefined
  /** Looks for the lost answer once more. */
  look(): void
  /** Forgets the code, and drops what may still come. */
  forget(): void
  isOpen(): boolean
}

/** A request, until its whole answer is known. */
interface Attempt {
  readonly request: SentRecoveryCode
  readonly report: OnLater
}

/** What the attempts of one flow share. */
interface Desk {
  readonly store: FlowStore
  readonly vault: Vault
  readonly looker: Looker
  /** The attempt whose answer, or its rest, is wanted. */
  current?: Attempt | undefined
  /** The one whose POST is open: nothing else is sent. */
  open?: Attempt | undefined
  unlock?: ReturnType<typeof setTimeout>
}

export function createAttempts(store: FlowStore, vault: Vault): Attempts {
  // An inherited `open` would lock it for good.
  const desk = ownMembers<Desk>({ store, vault, looker: createLooker(store.dispatch) })
  const send: Attempts['send'] = (request, onLater) => {
    if (desk.open || !canSend(store.read())) return undefined
    const { settled, report } = settleOnce(onLater)
    sendAttempt(desk, { request, report })
    store.dispatch({ type: 'sent' })
    return settled
  }
  return {
    send,
    sendAgain(request, onLater) {
      if (!desk.current) return undefined
      const again = { ...desk.current.request, ...request }
      return send({ ...again, repeat: desk.looker.mayHold(again) ? 'send' : undefined }, onLater)
    },
    look: () => void (desk.current && look(desk, desk.current)),
    forget() {
      clearTimeout(desk.unlock)
      desk.current = undefined
    },
    isOpen: () => desk.open !== undefined,
  }
}

/** @throws RecoveryCodeError `misused`, before anything is sent. */
function sendAttempt(desk: Desk, attempt: Attempt): void {
  const { store, current: before } = desk
  // Lock before calling anyone, the host's `fetch` included: it may submit again during the call.
  desk.open = desk.current = attempt
  const onSilence = (type: 'slow' | 'silent') => {
    if (attempt !== desk.current || attempt !== desk.open) return
    store.dispatch({ type })
    void look(desk, attempt)
  }
  try {
    void sendOnce(attempt.request, onSilence).then((answered) => {
      // Otherwise a look has found its answer meanwhile.
      if (attempt === desk.open) keep(desk, attempt, answered)
    })
  } catch (error) {
    // Nothing was sent.
    desk.open = undefined
    desk.current = before
    throw error
  }
}

/** Stored before anyone is notified: no caller's code can lose the answer. */
function keep(desk: Desk, attempt: Attempt, { answer, receivedAt }: Answered): void {
  const { store, vault } = desk
  if (desk.open === attempt) desk.open = undefined
  const state = store.read()
  const { request, report } = attempt
  const receipt = receiptOf(answer, request.recoveryCode, state.step === 'unknown')
  const capture = captureOf(answer, request.recoveryCode, receivedAt)
  const next = nextState(state, { type: 'answered', answer, capture, receivedAt })
  if (attempt !== desk.current || next === state) return report(receipt)
  Object.assign(vault, contentOf(answer, request))
  const missing = missingFrom(answer)
  if (missing === undefined) desk.current = undefined
  if (next.step === 'prompt' && next.retryAt !== undefined)
    desk.unlock = setTimeout(() => store.dispatch({ type: 'wait-over' }), next.retryAt - receivedAt)
  store.update(next)
  report(receipt)
  if (missing === 'answer') void look(desk, attempt)
  if (missing === 'rest') void keepRest(desk, attempt, answer, receipt)
}

async function look(desk: Desk, attempt: Attempt): Promise<void> {
  const found = await find(desk, attempt)
  // If the code came by itself meanwhile, `keepRest` takes what was found.
  if (found && attempt === desk.current && desk.store.read().step !== 'capture')
    keep(desk, attempt, found)
}

/** Puts tokens that come after a code into the same vault. */
async function keepRest(
  desk: Desk,
  attempt: Attempt,
  answer: Verification,
  receipt: Receipt,
): Promise<void> {
  const later = 'later' in answer ? await answer.later : undefined
  const rest =
    later?.outcome === 'verified' ? ownMembers(later) : (await find(desk, attempt))?.answer
  if (attempt !== desk.current) return
  desk.current = undefined
  if (rest?.outcome !== 'verified') return
  Object.assign(desk.vault, contentOf(rest, attempt.request))
  desk.store.dispatch({ type: 'signed-in' })
  attempt.report({ ...receipt, outcome: 'verified', code: undefined, status: undefined })
}

function find(desk: Desk, attempt: Attempt): Promise<Answered | undefined> {
  return desk.looker.find(attempt.request, () => attempt === desk.current)
}

/** What has not arrived: the answer, or what comes after the new code. */
function missingFrom(answer: Verification): 'answer' | 'rest' | undefined {
  if (answer.outcome === 'unknown') return 'answer'
  // A held answer that is whole ends with its receipt.
  return answer.outcome === 'unfinished' && answer.receipt === undefined ? 'rest' : undefined
}

function contentOf(answer: Verification, { transport }: SentRecoveryCode): Vault {
  const receipt = 'receipt' in answer ? answer.receipt : undefined
  return {
    tokens: answer.outcome === 'verified' ? answer.tokens : undefined,
    confirm: receipt === undefined ? undefined : () => confirmHeldAnswer(transport, receipt),
  }
}

function captureOf(answer: Verification, sent: string, issuedAt: number): CaptureStore | undefined {
  const code = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
  return code === undefined
    ? undefined
    : createCapture(new Secret(code), new Secret(sent), issuedAt)
}

/** A promise of the first report; the others go to `onLater`. */
function settleOnce(onLater: OnLater | undefined): {
  readonly settled: Promise<Receipt>
  readonly report: OnLater
} {
  let report: OnLater = () => undefined
  const settled = new Promise<Receipt>((resolve) => {
    report = (receipt) => {
      resolve(receipt)
      report = onLater ?? report
    }
  })
  return { settled, report: (receipt) => report(receipt) }
}
