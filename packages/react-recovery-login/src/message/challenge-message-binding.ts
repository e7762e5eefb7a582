import type { Finishing } from '../host/finishing.ts'
import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeError } from '../protocol/recovery-code-error.ts'

/** Why the sign-in has to begin again. */
export type StartAgainReason =
  /** The mfa token ran out, or is of no use. */
  | 'expired'
  /** The server asks for one more factor; the next mfa token comes along. */
  | 'another-factor'
  /** The tenant said no after the code was checked. */
  | 'denied'
  /** The code was used, and the answer ended before anyone was signed in. */
  | 'not-signed-in'
  /** The page went away while a new code was on screen, as the host knows. */
  | 'interrupted'

/** Why there is no recovery code to ask for, if the host knows. */
export type UnavailableReason =
  | 'no-code'
  | 'duo'
  | 'google-authenticator'
  | 'disabled'
  | 'misconfigured'

/** What every step that is only words takes. */
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
  /** The request is still open, and nothing can be sent. Default false. */
  readonly open?: boolean | undefined
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

/** The sign-in has to begin again. */
export interface StartAgainMessage extends EveryMessage {
  readonly step: 'start-again'
  /** `interrupted` is a step of its own. Default `expired`. */
  readonly reason?: Exclude<StartAgainReason, 'interrupted'> | undefined
  /** Whether an earlier try may have used the code. Default false. */
  readonly codeMayBeSpent?: boolean | undefined
  /** For `another-factor`: whether there is something to go on with. Default true. */
  readonly hasNext?: boolean | undefined
  readonly onStartAgain?: (() => void) | undefined
}

/** There is no recovery code to ask for, or none can be checked. */
export interface UnavailableMessage extends EveryMessage {
  readonly step: 'unavailable'
  readonly error?: RecoveryCodeError | undefined
  /** Default `misconfigured`. */
  readonly why?: UnavailableReason | undefined
}

/** The page went away while a new code was on screen. */
export interface InterruptedMessage extends EveryMessage {
  readonly step: 'interrupted'
  /** The session was made before the page went away. Default false. */
  readonly signedIn?: boolean | undefined
  readonly onStartAgain?: (() => void) | undefined
  readonly onContinue?: (() => void) | undefined
}

/** What `ChallengeMessage` takes: a step that is only words, and its ways on. */
export type ChallengeMessageBinding =
  | UnknownMessage
  | CompletingMessage
  | CompleteMessage
  | StartAgainMessage
  | UnavailableMessage
  | InterruptedMessage
