import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** What `RecoveryCodeForm` and `useRecoveryCodeForm` take: data and callbacks. The challenge provides all of it. */
export interface RecoveryCodeFormBinding {
  /** A new number is a new sign-in: text typed for the last one is cleared. */
  readonly turn?: number | undefined
  /** A request is open, so the field is read-only. */
  readonly verifying: boolean
  /** It has been open for ten seconds. */
  readonly slow: boolean
  /** The last refusal. A new object moves the focus to the field. */
  readonly error?: RecoveryCodeError | undefined
  /** The refusal follows a lost answer: the first attempt has probably used the code. */
  readonly afterUnknown: boolean
  /** After so many refusals the account may be locked for a while, so the message stops blaming the code. */
  readonly maybeLocked: boolean
  /** Epoch milliseconds until which nothing is sent. */
  readonly retryAt?: number | undefined
  /** Epoch milliseconds; shown as advice, never enforced. */
  readonly expiresAt?: number | undefined
  /** Epoch milliseconds until which a code that was used before shows its new code again. */
  readonly heldUntil?: number | undefined
  readonly format: RecoveryCodeFormat
  /** Offers to hide what is typed. Default false: people compare the code with their copy. */
  readonly concealable?: boolean | undefined
  readonly labels?: PartialLabels | undefined
  /** Epoch milliseconds, for the countdown. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Takes the text as typed, and `code`, the part of it that is sent, if the form has found it already. Returns
   * undefined if not accepted. `used`: the code was used, and the field clears itself.
   */
  readonly onSubmit: (
    text: string,
    code?: string,
  ) => Promise<{ readonly used: boolean }> | undefined
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onCodeMissing?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}
