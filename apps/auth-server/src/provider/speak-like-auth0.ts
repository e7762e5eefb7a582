import type { errors, KoaContextWithOIDC } from 'oidc-provider'
import { OAuthError } from '../oauth-error.ts'

/**
 * Turns the library's refusal into Auth0's: the library writes two members and its own statuses; Auth0 has more members
 * and different statuses.
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
  // The library uses the same error for this and for wrong parameters.
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
