import type { errors, KoaContextWithOIDC } from 'oidc-provider'
import { OAuthError } from '../oauth-error.ts'

/**
 * The last word on a refusal of the token endpoint: the library writes two members and statuses of its own, Auth0 has
 * more of the first and others of the second.
 */
export function speakLikeAuth0(ctx: KoaContextWithOIDC, error: errors.OIDCProviderError): void {
  const refusal = error instanceof OAuthError ? error : translate(ctx, error)
  if (refusal === undefined) return
  ctx.status = refusal.status
  ctx.body = refusal.body
  if (refusal.retryAfter !== undefined) ctx.set('Retry-After', String(refusal.retryAfter))
}

function translate(
  ctx: KoaContextWithOIDC,
  { error }: errors.OIDCProviderError,
): OAuthError | undefined {
  const { client, params = {} } = ctx.oidc
  const grant = params.grant_type
  if (error === 'unsupported_grant_type')
    return new OAuthError(400, error, 'Grant type not supported')
  if (error === 'invalid_client') {
    const proof = params.client_secret ?? params.client_assertion ?? ctx.headers.authorization
    return client !== undefined && proof === undefined
      ? new OAuthError(401, error, 'Client authentication failed')
      : new OAuthError(401, 'access_denied', 'Unauthorized')
  }
  // The library has one word for this and for parameters that are wrong.
  if (
    error === 'invalid_request' &&
    typeof grant === 'string' &&
    client?.grantTypeAllowed(grant) === false
  )
    return new OAuthError(
      403,
      'unauthorized_client',
      `Grant type '${grant}' not allowed for the client.`,
    )
  return undefined
}
