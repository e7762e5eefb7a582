import { HttpResponse } from 'msw'
import { outcomes } from './outcomes.ts'
import type { ScenarioName } from './scenario-name.ts'

const otp = { id: 'totp|dev_1', authenticator_type: 'otp', active: true }
const recoveryCode = {
  id: 'recovery-code|dev_2',
  authenticator_type: 'recovery-code',
  active: true,
}

/** These fail at every endpoint. */
const FAILS_TOO: ReadonlySet<ScenarioName> = new Set([
  'expired',
  'server-error',
  'html',
  'network-down',
  'never-answers',
])

/**
 * The answer to `GET /mfa/authenticators`: a recovery code and an authenticator app; only the app in `not-enabled`,
 * where recovery codes are off.
 */
export function listAnswer(name: ScenarioName): Response | Promise<Response> {
  const outcome = outcomes[name]
  if (FAILS_TOO.has(name) && 'anyCode' in outcome) return outcome.anyCode()
  return HttpResponse.json(name === 'not-enabled' ? [otp] : [otp, recoveryCode])
}
