import type { Verification } from '../protocol/read-verification.ts'
import type { RecoveryCodeError, RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'

/** The public facts of an attempt: no secrets. */
export interface Receipt {
  readonly outcome: Verification['outcome']
  /** A new recovery code came. */
  readonly rotated: boolean
  /** It is the code that was sent. */
  readonly unchanged: boolean
  /** It came after the person had been told that there was no answer. */
  readonly late: boolean
  readonly code?: RecoveryCodeErrorCode | undefined
  /** The HTTP status of an error response. */
  readonly status?: number | undefined
  /** Why your handler sent nothing (`foreign-origin`, `misconfigured`, …), as in its own event `request-refused`. */
  readonly reason?: string | undefined
}

/**
 * An answer without its secrets.
 *
 * @param sent The code that was sent.
 * @param late The person had been told that there was no answer.
 */
export function receiptOf(answer: Verification, sent: string, late: boolean): Receipt {
  const newCode = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
  return {
    outcome: answer.outcome,
    rotated: newCode !== undefined,
    unchanged: newCode === sent,
    late,
    ...('error' in answer && errorDetails(answer.error)),
  }
}

function errorDetails({ code, status, reason }: RecoveryCodeError): Partial<Receipt> {
  return { code, status, ...(reason !== undefined && { reason }) }
}
