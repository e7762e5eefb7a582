import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** What `RecoveryCodeForm` and `useRecoveryCodeForm` take: data and callbacks. The challenge gives it whole. */
export interface RecoveryCodeFormBinding {
  /** Another number is another sign-in: what was typed for the last one is emptied. */
  readonly turn?: number | undefined
  /** A request is open: the field is read-only. */
  readonly verifying: boolean
  /** It has been open for ten seconds. */
  readonly slow: boolean
  /** The last refusal. A new object moves the focus to the field. */
  readonly error?: RecoveryCodeError | undefined
  /** The refusal follows an answer that was lost: the first try has probably used the code. */
  readonly afterUnknown: boolean
  /** So many refusals that the account may be locked for a while: the message stops blaming the code. */
  readonly maybeLocked: boolean
  /** Epoch milliseconds until which nothing is sent. */
  readonly retryAt?: number | undefined
  /** Epoch milliseconds; shown as advice, never a gate. */
  readonly expiresAt?: number | undefined
  readonly format: RecoveryCodeFormat
  /** Offers to hide what is typed. Default false: people compare the code with their copy. */
  readonly concealable?: boolean | undefined
  readonly labels?: PartialLabels | undefined
  /** Epoch milliseconds, for the count-down. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Undefined: not taken. `used`: the code was used up, and the field clears itself. */
  readonly onSubmit: (text: string) => Promise<{ readonly used: boolean }> | undefined
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onCodeMissing?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}
