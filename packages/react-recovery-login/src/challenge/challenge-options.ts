import type { CaptureEvent, CaptureOptions } from '../capture/capture-options.ts'
import type { StartAgainReason } from '../message/challenge-message-binding.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { NoSecret, RecoveryCodeTransport } from '../protocol/transport.ts'
import type { Receipt } from './receipt.ts'
import type { Completion } from './recovery-flow.ts'

/**
 * What happened, without a secret. An answer that stalls behind its code is told of as `unfinished`, and as `verified`
 * once more when the tokens have come after all. Tell the account's owner about `answered` with `rotated` through a channel of your
 * own, from your server.
 *
 * @see NIST SP 800-63B-4 §4.2.3 and §4.6 (notify the subscriber of recovery and of a replaced code)
 */
export type ChallengeEvent =
  | CaptureEvent
  | { readonly type: 'submitted' | 'completed' }
  | ({ readonly type: 'answered' } & Receipt)

/** What `useRecoveryCodeChallenge` and `RecoveryCodeChallenge` take. */
export interface ChallengeOptions extends CaptureOptions, NoSecret {
  /**
   * From the 403 `mfa_required`, or an opaque handle that your handler resolves. It names one sign-in, so a handle has to
   * be random and unique (22 characters or more): people who share one could be shown each other's code. While a request
   * is open or a code is unsaved, another value waits, and so do the other props that come with it, unless they are for
   * another `account`.
   */
  readonly mfaToken: string
  readonly transport: RecoveryCodeTransport
  /**
   * Called once the person has confirmed the save, in the confirming click's own tick; where no new code came, as soon
   * as the answer is there. A rejection keeps the tokens and the code, and lets the person try again; it succeeds once.
   */
  readonly onComplete: (completion: Completion) => void | Promise<void>
  readonly onEvent?: ((event: ChallengeEvent) => void) | undefined
  /** Epoch milliseconds; shown as advice, never a gate: the server decides. */
  readonly expiresAt?: number | undefined
  /**
   * The host knows that a new code was on screen when the page went away. `signed-in`: it also knows that the person has a
   * session, as after a handler made one, so the screen offers to go on (`onContinue`). Default false.
   */
  readonly interrupted?: boolean | 'signed-in' | undefined
  /** After so many refusals the message says that the account may be locked for a while. Default 5: Auth0 allows ten an hour. */
  readonly lockHintAfter?: number | undefined
  /** Offers to hide what is typed. Default false. */
  readonly concealable?: boolean | undefined
  /** Offers another way to sign in. */
  readonly onTryAnotherMethod?: (() => void) | undefined
  /** Offers a way on for who has no code. */
  readonly onCodeMissing?: (() => void) | undefined
  /** Offers help. */
  readonly onSupport?: (() => void) | undefined
  /** Offers to begin again; `next` holds the next mfa token where another factor is asked for. */
  readonly onStartAgain?: ((reason: StartAgainReason, next?: MfaRequired) => void) | undefined
  /** Offers to go on from the last screen, where `onComplete` does not leave the page, and from `interrupted`. */
  readonly onContinue?: (() => void) | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}
