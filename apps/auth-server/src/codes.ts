import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Auth0's: no 0, I or O. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 24

/** A new recovery code: 24 characters, about 121 bits. */
export function newRecoveryCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What is kept of a secret, in hex. Unsalted SHA-256 is enough for what nobody can guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares in constant time; exactly what was typed: cleaning it up is the client's part. */
export function matchesHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'))
}
