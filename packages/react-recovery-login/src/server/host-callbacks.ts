import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'

/** The options that the handler calls while it holds a request. */
export type HostCallback = 'clientAddress' | 'clientAssertion' | 'onTokens' | 'resolveMfaToken'

/** For logs and metrics. Never a secret in one, and never what a callback threw: that may hold one. */
export type RecoveryCodeHandlerEvent =
  /** The old code is used. `unfinished`: no session was made. `rotated`: a new code was issued. */
  | { readonly type: 'verified' | 'unfinished'; readonly rotated: boolean }
  /** The server said no, or nobody knows what became of the code. */
  | { readonly type: 'refused' | 'unknown'; readonly code: RecoveryCodeErrorCode }
  /** An option of yours threw, rejected or (`onTokens`) took longer than ten seconds. Comes before the outcome. */
  | { readonly type: 'callback-failed'; readonly callback: HostCallback }

/** A reporter that fails must not cost the answer, and there is nobody else to report that to. */
export function tell(
  onEvent: ((event: RecoveryCodeHandlerEvent) => unknown) | undefined,
  event: RecoveryCodeHandlerEvent,
): void {
  const call = async (): Promise<unknown> => onEvent?.(event)
  call().catch(() => undefined)
}

/** Milliseconds. A session store that waits for its connection for ever must not keep the new code from the person. */
const LONGEST_SESSION = 10_000

/** @throws whatever `promise` rejects with, or after ten seconds. */
export function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, LONGEST_SESSION)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
