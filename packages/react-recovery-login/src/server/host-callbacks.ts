import { ownMembers } from '../protocol/own-member.ts'
import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import type { Answer } from './answer.ts'
import type { HeldAnswersEvent } from './create-held-answers.ts'
import type { RequestRefusal } from './refuse-request.ts'

/** The options that the handler calls while it holds a request. */
export type HostCallback =
  | 'clientAddress'
  | 'clientAssertion'
  | 'onAnotherFactor'
  | 'onTokens'
  | 'resolveMfaToken'

/** For logs and metrics. Never holds a secret, nor what a callback threw, which may hold one. */
export type RecoveryCodeHandlerEvent =
  | HeldAnswersEvent
  /** The old code is used. `unfinished`: no session was made. `rotated`: a new code was issued. */
  | { readonly type: 'verified' | 'unfinished'; readonly rotated: boolean }
  /** The server refused, or it is unknown whether the code was used. */
  | { readonly type: 'refused' | 'unknown'; readonly code: RecoveryCodeErrorCode }
  /** The request was refused and nothing was sent upstream: a mistake in the app, or a stranger. */
  | { readonly type: 'request-refused'; readonly status: number; readonly reason: RequestRefusal }
  /**
   * One of your callbacks threw, rejected, took longer than ten seconds, or returned something unusable: a token that
   * is not a string, headers that can't be sent. Comes before the outcome.
   */
  | { readonly type: 'callback-failed'; readonly callback: HostCallback }
  /**
   * The headers of `onTokens` or `onAnotherFactor` are over 8,000 bytes. A proxy may drop such an answer, and the new code with it: nginx's
   * `proxy_buffer_size` is 4 or 8 kB. Over 15,000 they are not sent, and `callback-failed` follows.
   */
  | { readonly type: 'large-headers'; readonly bytes: number }

/** A failing reporter must not cost the answer, and there is nowhere else to report it. */
export function tell(
  onEvent: ((event: RecoveryCodeHandlerEvent) => unknown) | undefined,
  event: RecoveryCodeHandlerEvent,
): void {
  const call = async (): Promise<unknown> => onEvent?.(event)
  call().catch(() => undefined)
}

/** Reports an answer that refuses its request, and no other. */
export function tellRefusal(onEvent: Parameters<typeof tell>[0], answer: Answer): void {
  const { status, refusal: reason } = ownMembers(answer)
  if (reason !== undefined) tell(onEvent, { type: 'request-refused', status, reason })
}
