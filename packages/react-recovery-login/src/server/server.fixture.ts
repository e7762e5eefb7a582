import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'

/** Test values that must never turn up where they don't belong. */
export const secrets: {
  readonly clientSecret: string
  readonly mfaToken: string
  readonly nextMfaToken: string
  readonly recoveryCode: string
  readonly newRecoveryCode: string
  readonly accessToken: string
  readonly idToken: string
  readonly refreshToken: string
  readonly assertion: string
} = {
  clientSecret: 'secret-J8vQ+/=&%ü',
  mfaToken: `Fe26.2*mfa*${'T'.repeat(2000)}`,
  nextMfaToken: 'Fe26.2*next*K3mB',
  recoveryCode: 'H4TZ8MPW6RKC2VXN9JQB7SGD',
  newRecoveryCode: 'W9QJ3NBX7VGT5KZR2MCH8DPF',
  accessToken: 'access-token-P7sD',
  idToken: 'id-token-X2nF',
  refreshToken: 'refresh-token-L9wH',
  assertion: 'assertion.R5tY.Zx',
}

export const tokenAnswer: Readonly<Record<string, unknown>> = {
  access_token: secrets.accessToken,
  id_token: secrets.idToken,
  refresh_token: secrets.refreshToken,
  scope: 'openid offline_access',
  expires_in: 86400,
  recovery_code: secrets.newRecoveryCode,
  token_type: 'Bearer',
}

/** Options whose session is one cookie. */
export const options: RecoveryCodeHandlerOptions = {
  domain: 'tenant.eu.auth0.com',
  clientId: 'client-1',
  clientSecret: secrets.clientSecret,
  onTokens: () => ({ 'set-cookie': 'session=1; HttpOnly' }),
}

/** The form, as `verifyRecoveryCode` sends it. */
export function form(changes: Readonly<Record<string, string>> = {}): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
    mfa_token: secrets.mfaToken,
    recovery_code: secrets.recoveryCode,
    ...changes,
  })
}

/** A browser's POST from a page of the same origin. */
export function post(
  body: BodyInit = form(),
  headers: Readonly<Record<string, string>> = { origin: 'https://app.example.com' },
): Request {
  return new Request('https://app.example.com/login/recovery-code', {
    method: 'POST',
    body,
    headers,
  })
}
