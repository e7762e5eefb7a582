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

/** Why there is no recovery code to ask for, where the host knows. */
export type UnavailableReason =
  | 'no-code'
  | 'duo'
  | 'google-authenticator'
  | 'disabled'
  | 'misconfigured'

/** What `ChallengeMessage` takes: a step that is only words, and its ways on. */
export interface ChallengeMessageBinding {
  readonly step:
    | 'unknown'
    | 'completing'
    | 'complete'
    | 'start-again'
    | 'unavailable'
    | 'interrupted'
  readonly error?: RecoveryCodeError | undefined
  /** For `start-again`; `interrupted` is a step of its own. Default `expired`. */
  readonly reason?: Exclude<StartAgainReason, 'interrupted'> | undefined
  /** For `unavailable`. Default `misconfigured`. */
  readonly why?: UnavailableReason | undefined
  /** For `unknown`: the request is still open, and nothing can be sent. Default false. */
  readonly open?: boolean | undefined
  /** For `completing`: `onComplete` failed. Default false. */
  readonly failed?: boolean | undefined
  /** For `complete`: whether there is a new code. Default true. */
  readonly rotated?: boolean | undefined
  /** For `start-again`: whether an earlier try may have used the code. Default false. */
  readonly codeMayBeSpent?: boolean | undefined
  /** For `another-factor`: whether there is something to go on with. Default true. */
  readonly hasNext?: boolean | undefined
  /** For `interrupted`: the session was made before the page went away. Default false. */
  readonly signedIn?: boolean | undefined
  readonly site?: string | undefined
  readonly labels?: PartialLabels | undefined
  readonly onTryAgain?: (() => void) | undefined
  readonly onStartAgain?: (() => void) | undefined
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onContinue?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}
