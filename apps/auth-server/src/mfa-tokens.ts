import { randomBytes } from 'node:crypto'
import { hashSecret } from './codes.ts'
import { OAuthError } from './oauth-error.ts'
import type { PendingSignIn } from './state.ts'
import type { Tenant } from './tenant.ts'

/** 2,000 characters once encoded, about as long as Auth0's: whatever can't carry those fails here too. */
const BYTES = 1500
const FORGET_AFTER_MS = 3_600_000

/** A new mfa token. It is opaque. */
export function issueMfaToken(tenant: Tenant, signIn: PendingSignIn): string {
  forgetOld(tenant)
  const mfaToken = randomBytes(BYTES).toString('base64url')
  tenant.state.mfaTokens.set(hashSecret(mfaToken), signIn)
  tenant.state.save()
  return mfaToken
}

/** @throws OAuthError if the token was never issued (or long ago), has expired or was used. */
export function readMfaToken(tenant: Tenant, mfaToken: string): PendingSignIn {
  const signIn = tenant.state.mfaTokens.get(hashSecret(mfaToken))
  if (signIn === undefined) throw new OAuthError(403, 'invalid_grant', 'Malformed mfa_token')
  if (signIn.expires <= tenant.now())
    throw new OAuthError(403, 'expired_token', 'mfa_token is expired')
  return signIn
}

/** Ends a sign-in: from now on its token counts as expired. */
export function expireMfaToken(tenant: Tenant, mfaToken: string): void {
  const signIn = readMfaToken(tenant, mfaToken)
  tenant.state.mfaTokens.set(hashSecret(mfaToken), { ...signIn, expires: tenant.now() })
  tenant.state.save()
}

function forgetOld({ state, now }: Tenant): void {
  for (const [hash, { expires }] of state.mfaTokens)
    if (expires < now() - FORGET_AFTER_MS) state.mfaTokens.delete(hash)
}
