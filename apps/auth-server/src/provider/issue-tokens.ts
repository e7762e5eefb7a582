import type { TokenEndpointGrantContext } from 'oidc-provider'
import { accountClaims } from './account-claims.ts'

export interface Tokens {
  readonly access_token: string
  /** If the scope has `openid`. */
  readonly id_token: string | undefined
  /** Seconds. */
  readonly expires_in: number
  readonly token_type: string
}

/** The library's own tokens, for a person who has passed every factor. */
export async function issueTokens(
  ctx: TokenEndpointGrantContext,
  email: string,
  scope: string,
): Promise<Tokens> {
  const { client, provider } = ctx.oidc
  const grant = new provider.Grant({ clientId: client.clientId, accountId: email })
  grant.addOIDCScope(scope)
  const grantId = await grant.save()
  // The library's errors and events read them from the context.
  ctx.oidc.entity('Account', accountClaims(email))
  ctx.oidc.entity('Grant', grant)
  const token = new provider.AccessToken({ accountId: email, client, grantId, gty: 'mfa', scope })
  ctx.oidc.entity('AccessToken', token)
  const access_token = await token.save()
  const id_token = scope.split(' ').includes('openid')
    ? await issueIdToken(ctx, email, scope)
    : undefined
  return { access_token, id_token, expires_in: token.expiration, token_type: token.tokenType }
}

async function issueIdToken(
  ctx: TokenEndpointGrantContext,
  email: string,
  scope: string,
): Promise<string> {
  const idToken = new ctx.oidc.provider.IdToken(await accountClaims(email).claims(), { ctx })
  // Without it, only `sub` is included; the library's types lack the property.
  Object.assign(idToken, { scope })
  return idToken.issue({ use: 'idtoken' })
}
