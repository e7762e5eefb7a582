import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureEvidence } from './capture-actions.ts'
import type { ActionResult } from './capture-platform.ts'

/** Why there is a code to save: it replaces a used one, the sign-in was cut off after it, or it is the first. */
export type CaptureOccasion = 'replaced' | 'unfinished' | 'enrolled'

/** An attempt to save, and how it ended. */
export interface CaptureAttempt {
  readonly action: CaptureEvidence
  readonly result: ActionResult
  /** Counts attempts from 1, so a repeated result is announced again. */
  readonly count: number
}

/** What `NewRecoveryCodeNotice` and `useNewRecoveryCodeNotice` take: data and callbacks. */
export interface NewRecoveryCodeNoticeBinding {
  readonly newRecoveryCode: string
  readonly occasion: CaptureOccasion
  /** The answer came after the person had been told that there was none. */
  readonly late: boolean
  /** Epoch milliseconds. */
  readonly issuedAt: number
  readonly format: RecoveryCodeFormat
  /** Shows dots instead of the code. */
  readonly masked: boolean
  /** A new object after each failed copy: the code is then selected, ready to copy by keyboard. */
  readonly copyFailed?: CaptureAttempt | undefined
  readonly site?: string | undefined
  readonly account?: string | undefined
  readonly labels?: PartialLabels | undefined
  /** The code's element is drawn and no ancestor hides it; the gate opens only then. */
  readonly onShown: () => void
  /** The person selected and copied the whole code. */
  readonly onCopied: () => void
  readonly onUnmask: () => void
}
