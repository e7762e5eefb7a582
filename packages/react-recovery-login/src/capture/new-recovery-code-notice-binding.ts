import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureEvidence } from './capture-actions.ts'
import type { ActionResult } from './capture-platform.ts'

/** Why there is a code to save: it replaces a used one, the sign-in was cut off after it, or it is the first. */
export type CaptureOccasion = 'replaced' | 'unfinished' | 'enrolled'

/** A save that was tried, and how it ended. */
export interface CaptureAttempt {
  readonly action: CaptureEvidence
  readonly result: ActionResult
  /** Which attempt this is, from 1: the same result is announced again. */
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
  /** Dots stand in place of the code. */
  readonly masked: boolean
  /** A new object at each copy that failed: the code is then selected, so that the keyboard can copy it. */
  readonly copyFailed?: CaptureAttempt | undefined
  readonly site?: string | undefined
  readonly account?: string | undefined
  readonly labels?: PartialLabels | undefined
  /** The code's element is drawn, in no hidden part of the page; the gate opens only then. */
  readonly onShown: () => void
  /** The person selected and copied the whole code. */
  readonly onCopied: () => void
  readonly onUnmask: () => void
}
