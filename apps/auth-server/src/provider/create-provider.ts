import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'
import { Provider } from 'oidc-provider'
import { findAccount } from '../accounts.ts'
import { demoClients, PASSWORD_GRANTS, RECOVERY_CODE_GRANT } from '../clients.ts'
import type { Tenant } from '../tenant.ts'
import { accountClaims } from './account-claims.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import {
  passwordGrant,
  passwordParameters,
  SCOPES,
  type PasswordParameters,
} from './password-grant.ts'
import {
  recoveryCodeGrant,
  recoveryCodeParameters,
  type RecoveryCodeParameters,
} from './recovery-code-grant.ts'
import { speakLikeAuth0 } from './speak-like-auth0.ts'

const DAY = 86_400
const TEN_HOURS = 36_000

export interface Keys {
  /** Signs the id tokens. */
  readonly signing: JWK
  /** What the client `web-assertion` signs with; the server knows the public half. */
  readonly assertion: CryptoKey
  readonly assertionPublic: JWK
}

/** New keys on each start: nothing here needs old id tokens to stay valid. */
export async function createKeys(): Promise<Keys> {
  const [signing, assertion] = await Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256'),
  ])
  return {
    signing: { ...(await exportJWK(signing.privateKey)), use: 'sig', alg: 'RS256' },
    assertion: assertion.privateKey,
    assertionPublic: { ...(await exportJWK(assertion.publicKey)), use: 'sig', alg: 'RS256' },
  }
}

/** The library, with the password and the recovery-code grant. */
export function createProvider(issuer: string, tenant: Tenant, keys: Keys): Provider {
  const provider = new Provider(issuer, {
    adapter: createMemoryAdapter(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    routes: { token: '/oauth/token', userinfo: '/userinfo' },
    scopes: SCOPES,
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    clients: demoClients(keys.assertionPublic),
    findAccount: (_ctx, email) => (findAccount(email) ? accountClaims(email) : undefined),
    ttl: { AccessToken: DAY, Grant: DAY, IdToken: TEN_HOURS },
  })
  for (const name of PASSWORD_GRANTS)
    provider.registerGrantType<PasswordParameters>(
      name,
      (ctx) => passwordGrant(tenant, ctx),
      passwordParameters,
    )
  provider.registerGrantType<RecoveryCodeParameters>(
    RECOVERY_CODE_GRANT,
    (ctx) => recoveryCodeGrant(tenant, ctx),
    recoveryCodeParameters,
  )
  provider.on('grant.error', speakLikeAuth0)
  // Only the stack: a fully printed error may contain the request.
  provider.on('server_error', (_ctx, error) => console.error(error.stack))
  return provider
}
