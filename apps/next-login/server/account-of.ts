import { decodeJwt } from 'jose'

/**
 * The token came from the token endpoint itself, so its signature needs no check here (OpenID Connect Core 1.0 §3.1.3.7).
 *
 * @throws Error if it has no account.
 */
export function accountOf(idToken: string | undefined): string {
  const { email } = decodeJwt(idToken ?? '')
  if (typeof email !== 'string') throw new Error('The id_token names no account.')
  return email
}
