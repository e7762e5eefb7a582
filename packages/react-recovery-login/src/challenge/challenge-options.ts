import type { CaptureEvent, CaptureOptions } from '../capture/capture-options.ts'
import type { StartAgainReason } from '../message/challenge-message-binding.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { NoSecret, RecoveryCodeTransport } from '../protocol/transport.ts'
import type { Receipt } from './receipt.ts'
import type { Completion } from './recovery-flow.ts'

/**
 * What happened, without secrets. An answer that stalls after its code is reported as `unfinished`, and again as
 * `verified` if the tokens arrive after all. On `answered` with `rotated`, notify the account's owner from your server,
 * through your own channel.
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
   * From the 403 `mfa_required`, or an opaque handle that your handler resolves. It identifies one sign-in, so a handle
   * must be random and unique (22 characters or more): people who share one could see each other's code. While a
   * request is open or a code is unsaved, a new value waits, and so do the props that come with it, unless they are for
   * another `account`.
   */
  readonly mfaToken: string
  readonly transport: RecoveryCodeTransport
  /**
   * Called when the person confirms the save, synchronously in that click; if no new code came, as soon as the answer
   * arrives. If it rejects, the tokens and the code are kept and the person can try again; it succeeds only once.
   */
  readonly onComplete: (completion: Completion) => void | Promise<void>
  readonly onEvent?: ((event: ChallengeEvent) => void) | undefined
  /** Epoch milliseconds. Only shown, never enforced: the server decides. */
  readonly expiresAt?: number | undefined
  /**
   * Set it if a new code was on screen when the page was left. `signed-in`: the person also has a session, such as one
   * made by a handler, so the screen offers to continue (`onContinue`). Default false.
   */
  readonly interrupted?: boolean | 'signed-in' | undefined
  /**
   * Your handler holds answers (`held`), and this is still the same sign-in: same handle, same cookie. With `interrupted`
   * and `expiresAt`, the screen then says until when the same code shows the new one again, and offers to enter it.
   * Default false. Not after a new password: that is another sign-in.
   */
  readonly held?: boolean | undefined
  /**
   * Refusals until the message says that the account may be locked for a while. Default 5: Auth0 allows ten an hour.
   */
  readonly lockHintAfter?: number | undefined
  /** Offers to hide what is typed. Default false. */
  readonly concealable?: boolean | undefined
  /** Offers another way to sign in. */
  readonly onTryAnotherMethod?: (() => void) | undefined
  /** Adds an "I don't have my code" button. */
  readonly onCodeMissing?: (() => void) | undefined
  /** Offers help. */
  readonly onSupport?: (() => void) | undefined
  /** Offers to start again; `next` holds the next mfa token if another factor is required. */
  readonly onStartAgain?: ((reason: StartAgainReason, next?: MfaRequired) => void) | undefined
  /** Offers to continue from the last screen, if `onComplete` doesn't leave the page, and from `interrupted`. */
  readonly onContinue?: (() => void) | undefined
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}
