import type { Finishing } from '../host/finishing.ts'
import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureAction, CaptureEvidence } from './capture-actions.ts'
import type { RetypeResult } from './compare-recovery-code.ts'
import type { ConfirmBy } from './may-confirm.ts'
import type { CaptureAttempt, CaptureOccasion } from './new-recovery-code-notice-binding.ts'

/** What `SaveConfirmation` and `useSaveConfirmation` take: data and callbacks, and never the code. */
export interface SaveConfirmationBinding {
  /** Another number is another code: what was given back for the last one is emptied. */
  readonly turn?: number | undefined
  readonly confirmBy: ConfirmBy
  readonly occasion: CaptureOccasion
  /** Epoch milliseconds: the date beside the box. */
  readonly issuedAt: number
  readonly format: RecoveryCodeFormat
  /** The ways to save that this platform has. */
  readonly offers: readonly CaptureAction[]
  /** What vouches for the save so far. */
  readonly evidence: readonly CaptureEvidence[]
  /** The file or the paper: only the person knows whether it is there. */
  readonly asking?: CaptureAction | undefined
  /** The file's name, for that question. */
  readonly fileName: string
  /** A new object at each attempt, so that each is announced. */
  readonly lastAttempt?: CaptureAttempt | undefined
  readonly ticked: boolean
  /** How the copy that was given back compares. */
  readonly retype?: RetypeResult | undefined
  /** The gate is open: Continue will go on. */
  readonly ready: boolean
  /** Why a press did nothing: Continue came before the code was saved, or something was pressed within a save. */
  readonly blocked: 'no' | 'too-early' | 'saving'
  /** The host's last step. One that failed can be tried again. */
  readonly finishing: Finishing
  readonly labels?: PartialLabels | undefined
  readonly onAction: (action: CaptureAction) => void
  /** The answer to `asking`. */
  readonly onAsked: (there: boolean) => void
  readonly onTick: (ticked: boolean) => void
  /** Compared on this page; nothing is sent. */
  readonly onRetype: (text: string) => void
  /** The person turned to the retype field: the code is hidden, and one press away. */
  readonly onMask: () => void
  /** False if the gate is still closed. */
  readonly onConfirm: () => boolean
}
