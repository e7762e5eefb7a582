import type { Account } from 'oidc-provider'

/** Who an account is, as the library asks for it. */
export function accountClaims(email: string) {
  return {
    accountId: email,
    claims: () => ({ sub: email, email, name: email.split('@')[0] }),
  } satisfies Account
}
