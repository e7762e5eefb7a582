import { refusal } from './refusal.ts'

const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'

/** What a form must hold besides the recovery code. */
export interface Expected {
  readonly mfaToken: string
  /** Absent behind a handler, which adds it. */
  readonly clientId?: string
  /** Behind a handler that holds answers: `repeat` may be there too. */
  readonly held?: boolean
}

/**
 * Checks a form like the token endpoint: exactly these parameters, each once, so no client secret either.
 *
 * @returns The answer to anything else. It names parameters, never their values.
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export function checkForm(form: URLSearchParams, expected: Expected): Response | undefined {
  const { mfaToken, clientId, held } = expected
  const names = ['grant_type', 'mfa_token', 'recovery_code']
  if (clientId !== undefined) names.push('client_id')
  const missing = names.filter((name) => !form.get(name))
  const known = held ? [...names, 'repeat'] : names
  const unknown = [...form.keys()].filter((name) => !known.includes(name))
  const repeated = known.filter((name) => form.getAll(name).length > 1)
  if (missing.length > 0)
    return refusal(400, 'invalid_request', `Missing required parameter: ${missing.join(', ')}`)
  if (unknown.length > 0)
    return refusal(400, 'invalid_request', `Unknown parameter: ${unknown.join(', ')}`)
  if (repeated.length > 0)
    return refusal(400, 'invalid_request', `Repeated parameter: ${repeated.join(', ')}`)
  if (form.get('grant_type') !== GRANT) return refusal(400, 'unsupported_grant_type')
  if (clientId !== undefined && form.get('client_id') !== clientId)
    return refusal(401, 'invalid_client')
  if (form.get('mfa_token') !== mfaToken)
    return refusal(403, 'invalid_grant', 'Malformed mfa_token')
  return undefined
}
