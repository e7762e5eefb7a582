import type { Account } from 'oidc-provider'

/** An account's claims, in the form the library expects. */
export function accountClaims(email: string) {
  return {
    accountId: email,
    claims: () => ({ sub: email, email, name: email.split('@')[0] }),
  } satisfies Account
}
