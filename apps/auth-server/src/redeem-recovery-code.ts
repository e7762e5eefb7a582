import { attemptWait, countFailure } from './attempts.ts'
import { hashSecret, matchesHash, newRecoveryCode } from './codes.ts'
import { mfaRequired, type SignIn } from './mfa-required.ts'
import { expireMfaToken, readMfaToken } from './mfa-tokens.ts'
import { OAuthError } from './oauth-error.ts'
import { accountOf, type Tenant } from './tenant.ts'

export interface Redemption extends SignIn {
  /** Undefined: the tenant doesn't rotate. */
  readonly newRecoveryCode: string | undefined
}

/** Matches nothing: refusing an account without a code takes as long as refusing a wrong code. */
const NO_HASH = '0'.repeat(64)

/**
 * Checks a recovery code and replaces it. Synchronous from the check to the replacement: of two concurrent requests
 * with the same code, one must find it spent.
 *
 * @throws OAuthError for every refusal.
 */
export function redeemRecoveryCode(
  tenant: Tenant,
  { clientId, mfaToken, code }: { clientId: string; mfaToken: string; code: string },
): Redemption {
  const signIn = readMfaToken(tenant, mfaToken)
  if (signIn.clientId !== clientId)
    throw new OAuthError(400, 'invalid_request', 'mfa_token not issued to this client')
  const { email, scope } = signIn
  const account = accountOf(tenant, email)
  checkAttempts(tenant, email)
  if (!matchesHash(code, account.codeHash ?? NO_HASH)) {
    tenant.state.change(email, { attempts: countFailure(account.attempts, tenant.now()) })
    // The same for a wrong code, a spent one, and an account without one.
    throw new OAuthError(403, 'invalid_grant', 'MFA Authorization rejected.')
  }
  // Before the code is replaced: if this can't be stored, the old code must still work.
  expireMfaToken(tenant, mfaToken)
  if (account.afterCode === 'another-factor')
    throw mfaRequired(tenant, { email, clientId, scope }, 'another-factor')
  const next = account.rotates === false ? undefined : rotate(tenant, email)
  if (account.afterCode === 'access-denied')
    throw new OAuthError(403, 'access_denied', 'This account may not sign in here.')
  return { email, clientId, scope, newRecoveryCode: next }
}

function checkAttempts(tenant: Tenant, email: string): void {
  const wait = attemptWait(accountOf(tenant, email).attempts, tenant.now())
  if (wait === 0) return
  throw new OAuthError(429, 'too_many_attempts', 'Too many failed codes. Try again later.', {
    retryAfter: Math.ceil(wait / 1000),
  })
}

function rotate(tenant: Tenant, email: string): string {
  const next = newRecoveryCode()
  tenant.state.change(email, { codeHash: hashSecret(next) })
  tenant.onRotated({ account: email })
  return next
}
