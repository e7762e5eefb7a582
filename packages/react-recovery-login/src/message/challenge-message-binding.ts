import type { Finishing } from '../host/finishing.ts'
import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeError } from '../protocol/recovery-code-error.ts'

/** Why the sign-in has to start again. */
export type StartAgainReason =
  /** The mfa token expired, or is invalid. */
  | 'expired'
  /** The server requires another factor, and sent the next mfa token. */
  | 'another-factor'
  /** The tenant refused after the code was checked. */
  | 'denied'
  /** The code was used, but the answer ended before anyone was signed in. */
  | 'not-signed-in'
  /** The page was left while a new code was on screen, according to the host. */
  | 'interrupted'

/** Why no recovery code can be asked for, if the host knows. */
export type UnavailableReason =
  | 'no-code'
  | 'duo'
  | 'google-authenticator'
  | 'disabled'
  | 'misconfigured'

/** What every text-only step takes. */
export interface EveryMessage {
  readonly site?: string | undefined
  readonly labels?: PartialLabels | undefined
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}

/** The answer was lost, or has not come yet. */
export interface UnknownMessage extends EveryMessage {
  readonly step: 'unknown'
  readonly error?: RecoveryCodeError | undefined
  /** The request is still open, so nothing can be sent. Default false. */
  readonly open?: boolean | undefined
  /** Whether a handler with held answers is being asked for it. Undefined if it can't be. */
  readonly looking?: boolean | undefined
  /** Asks the handler once more. Offered if the answer was looked for and not found. */
  readonly onCheckAgain?: (() => void) | undefined
  readonly onTryAgain?: (() => void) | undefined
}

/** The host's `onComplete`. */
export interface CompletingMessage extends EveryMessage {
  readonly step: 'completing'
  /** Default `running`. */
  readonly finishing?: Finishing | undefined
  readonly onTryAgain?: (() => void) | undefined
}

/** Signed in. */
export interface CompleteMessage extends EveryMessage {
  readonly step: 'complete'
  /** Whether there is a new code. Default true. */
  readonly rotated?: boolean | undefined
  readonly onContinue?: (() => void) | undefined
}

/** The sign-in has to start again. */
export interface StartAgainMessage extends EveryMessage {
  readonly step: 'start-again'
  /** `interrupted` has its own step. Default `expired`. */
  readonly reason?: Exclude<StartAgainReason, 'interrupted'> | undefined
  /** Whether an earlier attempt may have used the code. Default false. */
  readonly codeMayBeSpent?: boolean | undefined
  /** For `another-factor`: whether there is a next mfa token. Default true. */
  readonly hasNext?: boolean | undefined
  readonly onStartAgain?: (() => void) | undefined
}

/** No recovery code can be asked for, or none can be checked. */
export interface UnavailableMessage extends EveryMessage {
  readonly step: 'unavailable'
  readonly error?: RecoveryCodeError | undefined
  /** Default `misconfigured`. */
  readonly why?: UnavailableReason | undefined
}

/** The page was left while a new code was on screen. */
export interface InterruptedMessage extends EveryMessage {
  readonly step: 'interrupted'
  /** The session was made before the page was left. Default false. */
  readonly signedIn?: boolean | undefined
  /**
   * Epoch milliseconds until which the same code shows the new one again, if the handler holds the answer. Default: it
   * doesn't.
   */
  readonly heldUntil?: number | undefined
  /** Shows the prompt, to enter the same code again. */
  readonly onEnterAgain?: (() => void) | undefined
  readonly onStartAgain?: (() => void) | undefined
  readonly onContinue?: (() => void) | undefined
}

/** What `ChallengeMessage` takes: a text-only step and its callbacks. */
export type ChallengeMessageBinding =
  | UnknownMessage
  | CompletingMessage
  | CompleteMessage
  | StartAgainMessage
  | UnavailableMessage
  | InterruptedMessage
