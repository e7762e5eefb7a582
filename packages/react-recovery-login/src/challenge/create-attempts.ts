import { createCapture, type CaptureStore } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import type { Store } from '../host/create-store.ts'
import { confirmHeldAnswer } from '../protocol/confirm-held-answer.ts'
import { ownMembers } from '../protocol/own-member.ts'
import type { TokenSet, Verification } from '../protocol/read-verification.ts'
import type { SentRecoveryCode } from '../protocol/send-recovery-code.ts'
import { createLooker } from './create-looker.ts'
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

export function createAttempts({ read, update, dispatch }: FlowStore, vault: Vault): Attempts {
  const looker = createLooker(dispatch)
  /** The attempt whose answer, or its rest, is wanted. */
  let current: Attempt | undefined
  /** The one whose POST is open: nothing else is sent. */
  let open: Attempt | undefined
  let unlock: ReturnType<typeof setTimeout> | undefined

  /** Stored before anyone is notified: no caller's code can lose the answer. */
  const keep = (attempt: Attempt, { answer, receivedAt }: Answered): void => {
    if (open === attempt) open = undefined
    const state = read()
    const { request, report } = attempt
    const receipt = receiptOf(answer, request.recoveryCode, state.step === 'unknown')
    const capture = captureOf(answer, request.recoveryCode, receivedAt)
    const next = nextState(state, { type: 'answered', answer, capture, receivedAt })
    if (attempt !== current || next === state) return report(receipt)
    Object.assign(vault, contentOf(answer, request))
    const missing = missingFrom(answer)
    if (missing === undefined) current = undefined
    if (next.step === 'prompt' && next.retryAt !== undefined)
      unlock = setTimeout(() => dispatch({ type: 'wait-over' }), next.retryAt - receivedAt)
    update(next)
    report(receipt)
    if (missing === 'answer') void look(attempt)
    if (missing === 'rest') void keepRest(attempt, answer, receipt)
  }

  const find = (attempt: Attempt) => looker.find(attempt.request, () => attempt === current)

  const look = async (attempt: Attempt) => {
    const found = await find(attempt)
    // The code came by itself meanwhile: then the rest is taken from what was found.
    if (found && attempt === current && read().step !== 'capture') keep(attempt, found)
  }

  /** Puts tokens that come after a code into the same vault. */
  const keepRest = async (attempt: Attempt, answer: Verification, receipt: Receipt) => {
    const later = 'later' in answer ? await answer.later : undefined
    const rest = later?.outcome === 'verified' ? ownMembers(later) : (await find(attempt))?.answer
    if (attempt !== current) return
    current = undefined
    if (rest?.outcome !== 'verified') return
    Object.assign(vault, contentOf(rest, attempt.request))
    dispatch({ type: 'signed-in' })
    attempt.report({ ...receipt, outcome: 'verified', code: undefined, status: undefined })
  }

  const send: Attempts['send'] = (request, onLater) => {
    if (open || !canSend(read())) return undefined
    const before = current
    const { settled, report } = settleOnce(onLater)
    const attempt = { request, report }
    // Lock before calling anyone, the host's `fetch` included: it may submit again during the call.
    open = current = attempt
    const onSilence = (type: 'slow' | 'silent') => {
      if (attempt !== current || attempt !== open) return
      dispatch({ type, looking: looker.isLooking(request) })
      void look(attempt)
    }
    try {
      // A look may have found its answer meanwhile.
      void sendOnce(request, onSilence).then((came) => attempt === open && keep(attempt, came))
    } catch (error) {
      // Nothing was sent.
      open = undefined
      current = before
      throw error
    }
    dispatch({ type: 'sent' })
    return settled
  }

  return {
    send,
    sendAgain(request, onLater) {
      if (!current) return undefined
      const again = { ...current.request, ...request }
      return send({ ...again, repeat: looker.mayHold(again) ? 'send' : undefined }, onLater)
    },
    look: () => void (current && look(current)),
    forget() {
      clearTimeout(unlock)
      current = undefined
    },
    isOpen: () => open !== undefined,
  }
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
