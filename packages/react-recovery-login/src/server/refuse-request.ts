import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/send-recovery-code.ts'
import type { Answer } from './answer.ts'

/** Why the handler refused a request before anything was sent upstream. */
export type RequestRefusal =
  | 'wrong-method'
  | 'foreign-origin'
  | 'wrong-content-type'
  | 'too-large'
  | 'unreadable-body'
  | 'wrong-parameters'
  | 'short-handle'
  | 'slow-body'
  | 'busy'
  | 'misconfigured'

/** Bytes. An mfa token has about 2,000 characters, and a sealed cookie used as a handle at most 4,096. */
export const LARGEST_BODY: number = 8 * 1024

/** Characters: 128 bits in base64url, unguessable and unique (RFC 6749 §10.10). */
export const SHORTEST_HANDLE: number = 22

type Refusal = readonly [status: number, description: string, headers?: HeadersInit]

const refusals: Readonly<Record<RequestRefusal, Refusal>> = {
  'wrong-method': [405, 'Send a POST.', { allow: 'POST' }],
  'foreign-origin': [403, 'This origin may not post: name it in allowedOrigins.'],
  'wrong-content-type': [415, 'Send application/x-www-form-urlencoded in UTF-8.'],
  'too-large': [413, `Send at most ${LARGEST_BODY} bytes.`],
  'unreadable-body': [
    400,
    'The body is not form-encoded UTF-8, or was read before: mount this before what reads it, or use react-recovery-login/node.',
  ],
  'wrong-parameters': [
    400,
    `Send grant_type=${RECOVERY_CODE_GRANT_TYPE}, mfa_token and recovery_code, each once, nothing else.`,
  ],
  'short-handle': [400, `A handle has at least ${SHORTEST_HANDLE} characters, random ones.`],
  'slow-body': [408, 'The body took more than ten seconds.'],
  busy: [503, 'Too many requests are open.', { 'retry-after': '10' }],
  misconfigured: [500, 'The function that returns the options threw. Log it there.'],
}

/**
 * Refuses a request before anything is sent upstream. `invalid_request` tells the browser that the app's developers
 * must act, the description how. `not_sent` tells it that no code was used: every copy of the request gets the same
 * answer. After a time-out (408) or at the limit (503) it is left out, because a browser may have sent the request
 * twice, and the other copy may have got through.
 *
 * @param description Replaces the reason's own.
 */
export function refuseRequest(reason: RequestRefusal, description?: string): Answer {
  const [status, ownDescription, headers] = refusals[reason]
  const everyCopy = status !== 408 && status !== 503
  return {
    status,
    body: {
      error: 'invalid_request',
      error_description: description ?? ownDescription,
      not_sent: everyCopy ? reason : undefined,
    },
    headers,
    refusal: reason,
  }
}
