/** The body of a success. */
export type Success = Readonly<Record<string, string | number | boolean>> & {
  readonly recovery_code: string
}

/** The token endpoint's answer, in the order of Auth0's guide. */
export function tokenSuccess(recoveryCode: string, issuer: string, clientId: string): Success {
  return {
    access_token: 'access-token-of-a-scenario',
    id_token: unsignedJwt({ iss: `${issuer}/`, aud: clientId, sub: 'auth0|scenario' }),
    scope: 'openid profile',
    expires_in: 86400,
    recovery_code: recoveryCode,
    token_type: 'Bearer',
  }
}

/**
 * The answer of `createRecoveryCodeHandler`.
 *
 * @param receipt If it holds answers.
 */
export function handlerSuccess(recoveryCode: string, receipt?: string): Success {
  return { recovery_code: recoveryCode, session: true, ...(receipt !== undefined && { receipt }) }
}

/** Can be decoded, but never verified. */
function unsignedJwt(claims: Readonly<Record<string, string>>): string {
  const part = (value: object) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}
