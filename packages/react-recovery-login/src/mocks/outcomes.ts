import { delay, HttpResponse } from 'msw'
import { randomMfaToken } from './random.ts'
import { codeRejected, refusal } from './refusal.ts'
import type { ScenarioName } from './scenario-name.ts'
import type { Success } from './success.ts'

/** How a scenario answers: whatever is typed, or only what takes the code and spends it. */
export type Outcome =
  | { readonly anyCode: () => Response | Promise<Response> }
  | { readonly rightCode: (success: Success) => Response }

/** Written by hand from what Auth0 documents, never with the reader that the tests put to the proof. */
export const outcomes: Readonly<Record<ScenarioName, Outcome>> = {
  success: { rightCode: (success) => HttpResponse.json(success) },
  slow: { rightCode: (success) => HttpResponse.json(success) },
  'no-new-code': {
    rightCode: (success) => HttpResponse.json({ ...success, recovery_code: undefined }),
  },
  denied: { rightCode: () => refusal(403, 'access_denied', 'Refused by an Action.') },
  empty: { rightCode: () => new HttpResponse(null, { status: 200 }) },
  'cut-off': { rightCode: (success) => cutOff(success) },

  'wrong-code': { anyCode: codeRejected },
  'rate-limited': {
    anyCode: () => refusal(429, 'too_many_attempts', undefined, { 'retry-after': '360' }),
  },
  expired: { anyCode: () => refusal(401, 'expired_token', 'mfa_token is expired') },
  'another-factor': { anyCode: mfaRequired },
  'not-enabled': { anyCode: () => refusal(403, 'unauthorized_client') },
  'not-sent': {
    anyCode: () =>
      HttpResponse.json({ error: 'invalid_request', not_sent: 'foreign-origin' }, { status: 403 }),
  },
  'server-error': { anyCode: () => refusal(503, 'temporarily_unavailable') },
  html: {
    anyCode: () => HttpResponse.html('<!doctype html><title>Not the token endpoint</title>'),
  },
  'network-down': { anyCode: () => HttpResponse.error() },
  'never-answers': { anyCode: () => new Promise(() => undefined) },
}

function mfaRequired(): Response {
  const body = {
    error: 'mfa_required',
    error_description: 'Multifactor authentication required',
    mfa_token: randomMfaToken(),
    mfa_requirements: { challenge: [{ type: 'otp' }] },
  }
  return HttpResponse.json(body, { status: 403 })
}

/** Breaks off behind the new code's closing quote. */
function cutOff(success: Success): Response {
  const whole = JSON.stringify(success)
  const end = whole.indexOf(success.recovery_code) + success.recovery_code.length + 1
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(whole.slice(0, end))),
    async pull(controller) {
      // In Node, msw breaks the socket at once, and with it what the client has not read yet.
      await delay(50)
      controller.error(new TypeError('cut off'))
    },
  })
  // The promised length is what tells a cut from an end.
  const headers = { 'content-type': 'application/json', 'content-length': String(whole.length) }
  return new HttpResponse(body, { headers })
}
