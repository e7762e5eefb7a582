import { expect, test } from 'vitest'
import { readVerification } from '../protocol/read-verification.ts'
import { RecoveryCodeError, type RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import { answerError } from './answer-error.ts'
import { respond } from './answer.ts'

/** Complete by its type, like `wire`: a new code doesn't compile until it is in both. */
const statuses: Readonly<Record<RecoveryCodeErrorCode, number>> = {
  'code-rejected': 403,
  'sign-in-expired': 401,
  'rate-limited': 429,
  'another-factor': 403,
  'access-denied': 403,
  'not-enabled': 403,
  'not-sent': 502,
  network: 502,
  'server-error': 502,
  'invalid-response': 502,
  'no-answer': 502,
  misused: 502,
}

test.each(Object.entries(statuses) as [RecoveryCodeErrorCode, number][])(
  'K29 %s is %i, and reads back with the same answer to "was the code used?"',
  async (code, status) => {
    const error = new RecoveryCodeError(code)
    const answer = answerError(error)
    expect(answer.status).toBe(status)
    const read = await readVerification(respond(answer))
    expect('error' in read && read.error.code).toBe(status === 502 ? 'server-error' : code)
    if (status !== 502)
      expect('error' in read && read.error.codeMayBeSpent).toBe(error.codeMayBeSpent)
  },
)
