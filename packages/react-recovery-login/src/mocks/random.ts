const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** In Auth0's style. Not randomUUID: it is missing outside secure contexts. */
export function randomMfaToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `Fe26.2*scenario*${hex}`
}

/** 24 characters, like Auth0's. */
export function randomRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return [...bytes].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
}
