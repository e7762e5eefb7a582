import { delay, HttpResponse } from 'msw'
import { randomMfaToken } from './random.ts'
import { codeRejected, refusal } from './refusal.ts'
import type { ScenarioName } from './scenario-name.ts'
import type { Success } from './success.ts'

/** How a scenario answers: any code, or only the right one, which it spends. */
export type Outcome =
  | { readonly anyCode: () => Response | Promise<Response> }
  | { readonly rightCode: (success: Success) => Response }

/** Written by hand from Auth0's documentation, never with the reader under test. */
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

  held: { rightCode: (success) => HttpResponse.json(success) },
  'lost-found': { rightCode: () => HttpResponse.error() },
  'lost-looking': { rightCode: () => HttpResponse.error() },
  'lost-not-found': { rightCode: () => HttpResponse.error() },
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

/** Breaks off after the new code's closing quote. */
function cutOff(success: Success): Response {
  const whole = JSON.stringify(success)
  const end = whole.indexOf(success.recovery_code) + success.recovery_code.length + 1
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(whole.slice(0, end))),
    async pull(controller) {
      // In Node, msw destroys the socket at once, and with it what the client has not read yet.
      await delay(50)
      controller.error(new TypeError('cut off'))
    },
  })
  // Only the promised length tells a cut from an end.
  const headers = { 'content-type': 'application/json', 'content-length': String(whole.length) }
  return new HttpResponse(body, { headers })
}
