import { ownString } from '../protocol/own-member.ts'
import { misused } from '../protocol/recovery-code-error.ts'

/** Seconds a sealed token can be opened. Auth0's mfa tokens are valid for ten minutes. */
export const LIFETIME = 600

/** One key per handle, so a swapped cookie opens nothing. */
interface Sealing {
  readonly secret: string
  readonly handle: string
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * Encrypts an mfa token as a JWE (`dir`, `A256GCM`).
 *
 * @throws RecoveryCodeError `misused`, if `jose` is not installed.
 */
export async function sealSignIn(mfaToken: string, sealing: Sealing): Promise<string> {
  const { EncryptJWT } = await importJose()
  return new EncryptJWT({ mfa_token: mfaToken })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(new Date(sealing.now + LIFETIME * 1000))
    .encrypt(await keyOf(sealing))
}

/**
 * @returns Undefined if it was not sealed this way, was changed, or has expired.
 * @throws RecoveryCodeError `misused`, if `jose` is not installed.
 */
export async function openSignIn(sealed: string, sealing: Sealing): Promise<string | undefined> {
  const { jwtDecrypt } = await importJose()
  try {
    const { payload } = await jwtDecrypt(sealed, await keyOf(sealing), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      currentDate: new Date(sealing.now),
    })
    return ownString(payload, 'mfa_token')
  } catch {
    // Dropped: the error of an expired token holds its payload.
    return undefined
  }
}

async function keyOf({ secret, handle }: Sealing): Promise<Uint8Array> {
  const utf8 = new TextEncoder()
  const hash = 'SHA-256'
  const info = utf8.encode(`react-recovery-login sign-in cookie ${handle}`)
  const given = await crypto.subtle.importKey('raw', utf8.encode(secret), 'HKDF', false, [
    'deriveBits',
  ])
  const params = { name: 'HKDF', hash, salt: new Uint8Array(), info }
  return new Uint8Array(await crypto.subtle.deriveBits(params, given, 256))
}

/** An optional peer. Inside `try`, or bundlers would fail if it is missing. */
async function importJose(): Promise<typeof import('jose')> {
  try {
    return await import('jose')
  } catch {
    throw misused('`jose` is not installed', 'It seals the cookie', 'Run `npm install jose`')
  }
}
