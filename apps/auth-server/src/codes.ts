import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Auth0's: no 0, I or O. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 24

/** A new recovery code: 24 characters, about 121 bits. */
export function newRecoveryCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What is stored of a secret, in hex. Unsalted SHA-256 is enough for unguessable values. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares exactly what was typed, in constant time: normalising it is up to the client. */
export function matchesHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'))
}
