import type { JWK } from 'jose'
import type { ClientMetadata } from 'oidc-provider'

export const PASSWORD_GRANTS = ['password', 'http://auth0.com/oauth/grant-type/password-realm']
/** Only a name, never fetched: http, not https. */
export const RECOVERY_CODE_GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'

/** The secret of the clients `web` and `web-no-grant`. */
export const WEB_CLIENT_SECRET = 'web-secret'

/**
 * One client per authentication method, plus a public and a confidential one that aren't allowed to use recovery codes.
 */
export function demoClients(assertionKey: JWK): ClientMetadata[] {
  const grants = [...PASSWORD_GRANTS, RECOVERY_CODE_GRANT]
  const bySecret: Partial<ClientMetadata> = {
    token_endpoint_auth_method: 'client_secret_post',
    client_secret: WEB_CLIENT_SECRET,
  }
  return [
    client('spa', { token_endpoint_auth_method: 'none', grant_types: grants }),
    client('web', { ...bySecret, grant_types: grants }),
    client('web-assertion', {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      jwks: { keys: [assertionKey] },
      grant_types: grants,
    }),
    client('no-grant', { token_endpoint_auth_method: 'none', grant_types: PASSWORD_GRANTS }),
    client('web-no-grant', { ...bySecret, grant_types: PASSWORD_GRANTS }),
  ]
}

/** The library requires both lists; no client here uses redirects. */
function client(id: string, metadata: Omit<ClientMetadata, 'client_id'>): ClientMetadata {
  return { client_id: id, redirect_uris: [], response_types: [], ...metadata }
}
