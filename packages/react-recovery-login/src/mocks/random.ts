const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** In the manner of Auth0's. Not randomUUID: a page without a secure context has none. */
export function randomMfaToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `Fe26.2*scenario*${hex}`
}

/** 24 characters, as Auth0's. */
export function randomRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return [...bytes].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}
