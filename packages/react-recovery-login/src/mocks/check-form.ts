import { refusal } from './refusal.ts'

const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'

/**
 * Checks a form like the token endpoint: exactly these parameters, each once, so no client secret either.
 *
 * @param clientId Undefined behind a handler, which adds it.
 * @returns The answer to anything else. It names parameters, never their values.
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export function checkForm(
  form: URLSearchParams,
  mfaToken: string,
  clientId: string | undefined,
  mayRepeat: boolean,
): Response | undefined {
  const names = [
    'grant_type',
    'mfa_token',
    'recovery_code',
    ...(clientId === undefined ? [] : ['client_id']),
  ]
  const known = mayRepeat ? [...names, 'repeat'] : names
  const faults = {
    'Missing required': names.filter((name) => !form.get(name)),
    Unknown: [...form.keys()].filter((name) => !known.includes(name)),
    Repeated: known.filter((name) => form.getAll(name).length > 1),
  }
  for (const [fault, found] of Object.entries(faults))
    if (found.length > 0)
      return refusal(400, 'invalid_request', `${fault} parameter: ${found.join(', ')}`)
  if (form.get('grant_type') !== GRANT) return refusal(400, 'unsupported_grant_type')
  if (clientId !== undefined && form.get('client_id') !== clientId)
    return refusal(401, 'invalid_client')
  if (form.get('mfa_token') !== mfaToken)
    return refusal(403, 'invalid_grant', 'Malformed mfa_token')
  return undefined
}
