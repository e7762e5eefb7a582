import type { Factor } from './accounts.ts'
import { issueMfaToken } from './mfa-tokens.ts'
import { OAuthError } from './oauth-error.ts'
import { accountOf, type Tenant } from './tenant.ts'

const TEN_MINUTES_MS = 600_000

export interface SignIn {
  readonly email: string
  readonly clientId: string
  readonly scope: string
}

/** The 403 that asks for one more factor, with a new mfa token. */
export function mfaRequired(
  tenant: Tenant,
  signIn: SignIn,
  asked: 'any-factor' | 'another-factor' = 'any-factor',
): OAuthError {
  const { factors, codeHash, mfaTokenLifetime = TEN_MINUTES_MS } = accountOf(tenant, signIn.email)
  const mayEnrol = factors.length === 0
  const mfaToken = issueMfaToken(tenant, {
    ...signIn,
    expires: tenant.now() + mfaTokenLifetime,
    mayEnrol,
  })
  const offersCode = codeHash !== null && asked === 'any-factor'
  return new OAuthError(403, 'mfa_required', 'Multifactor authentication required', {
    members: {
      mfa_token: mfaToken,
      mfa_requirements: mayEnrol
        ? { enroll: typed(['otp']) }
        : { challenge: typed(offersCode ? [...factors, 'recovery-code'] : factors) },
    },
  })
}

function typed(types: readonly (Factor | 'recovery-code')[]): { type: string }[] {
  return types.map((type) => ({ type }))
}
