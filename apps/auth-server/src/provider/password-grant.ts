import type { TokenEndpointGrantContext } from 'oidc-provider'
import { DEMO_PASSWORD, findAccount } from '../accounts.ts'
import { hashSecret, matchesHash } from '../codes.ts'
import { mfaRequired } from '../mfa-required.ts'
import type { Tenant } from '../tenant.ts'
import { OAuthError } from '../oauth-error.ts'
import { required } from './required.ts'

export const passwordParameters = ['username', 'password', 'scope', 'audience', 'realm']
export interface PasswordParameters {
  readonly username?: string
  readonly password?: string
}

export const SCOPES = ['openid', 'profile', 'email']
const PASSWORD_HASH = hashSecret(DEMO_PASSWORD)

/** Never signs in: every account has a second factor or has to enrol one. */
export function passwordGrant(
  tenant: Tenant,
  ctx: TokenEndpointGrantContext<PasswordParameters>,
): never {
  const { client, params } = ctx.oidc
  const account = findAccount(required('username', params.username))
  const right = matchesHash(required('password', params.password), PASSWORD_HASH)
  if (account === undefined || !right)
    throw new OAuthError(403, 'invalid_grant', 'Wrong email or password.')
  // Like Auth0, silently omits what it doesn't know.
  const asked = params.scope?.split(' ') ?? SCOPES
  const scope = SCOPES.filter((known) => asked.includes(known)).join(' ')
  throw mfaRequired(tenant, { email: account.email, clientId: client.clientId, scope })
}
