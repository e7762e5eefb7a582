import type { Factor } from './accounts.ts'
import { hashSecret } from './codes.ts'
import { accountOf, type Tenant } from './tenant.ts'

export interface AuthenticatorEntry {
  readonly id: string
  readonly authenticator_type: Factor | 'recovery-code'
  readonly type: Factor | 'recovery-code'
  readonly active: boolean
}

const prefixes = { otp: 'totp', duo: 'duo', 'recovery-code': 'recovery-code' }

/** The factors an account could be asked for. */
export function listAuthenticators(tenant: Tenant, email: string): AuthenticatorEntry[] {
  const { factors, codeHash } = accountOf(tenant, email)
  return [...factors, ...(codeHash === null ? [] : (['recovery-code'] as const))].map((type) => ({
    id: `${prefixes[type]}|dev_${hashSecret(`${email} ${type}`).slice(0, 16)}`,
    authenticator_type: type,
    type,
    active: true,
  }))
}
