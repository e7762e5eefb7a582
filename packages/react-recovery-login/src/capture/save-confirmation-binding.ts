import type { Finishing } from '../host/finishing.ts'
import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureAction, CaptureEvidence } from './capture-actions.ts'
import type { RetypeResult } from './compare-recovery-code.ts'
import type { ConfirmBy } from './may-confirm.ts'
import type { CaptureAttempt, CaptureOccasion } from './new-recovery-code-notice-binding.ts'

/** What `SaveConfirmation` and `useSaveConfirmation` take: data and callbacks, never the code. */
export interface SaveConfirmationBinding {
  /** Changes with the code: what was retyped for the last one is then cleared. */
  readonly turn?: number | undefined
  readonly confirmBy: ConfirmBy
  readonly occasion: CaptureOccasion
  /** Epoch milliseconds: the date at the checkbox. */
  readonly issuedAt: number
  readonly format: RecoveryCodeFormat
  /** The ways to save on this platform. */
  readonly offers: readonly CaptureAction[]
  /** Proof that it is saved, so far. */
  readonly evidence: readonly CaptureEvidence[]
  /** The file or printout: only the person knows whether it is there. */
  readonly asking?: CaptureAction | undefined
  /** The file's name, for that question. */
  readonly fileName: string
  /** A new object per attempt, so that each is announced. */
  readonly lastAttempt?: CaptureAttempt | undefined
  readonly ticked: boolean
  /** How the retyped code compares. */
  readonly retype?: RetypeResult | undefined
  /** The gate is open: Continue works. */
  readonly ready: boolean
  /** Why a press did nothing: Continue came before the code was saved, or something was pressed during a save. */
  readonly blocked: 'no' | 'too-early' | 'saving'
  /** The host's last step. If it failed, it can be tried again. */
  readonly finishing: Finishing
  readonly labels?: PartialLabels | undefined
  readonly onAction: (action: CaptureAction) => void
  /** The answer to `asking`. */
  readonly onAsked: (saved: boolean) => void
  readonly onTick: (ticked: boolean) => void
  /** Compared on this page; nothing is sent. */
  readonly onRetype: (text: string) => void
  /** The person went to the retype field: the code is hidden, one press away. */
  readonly onMask: () => void
  /** False if the gate is still closed. */
  readonly onConfirm: () => boolean
}
