import { createHash } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { cookie, LIFETIME, sessionId, type Sessions } from './sessions.ts'

/** Sessions that are the cookie itself, sealed, so that every process of a fleet can read them. */
export function createSealedSessions(secret: string): Sessions {
  const key = createHash('sha256').update(secret).digest()
  return {
    async begin(account) {
      const sealed = await new EncryptJWT({ account })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(new Date(Date.now() + LIFETIME))
        .encrypt(key)
      return cookie(sealed)
    },
    find: (request) =>
      jwtDecrypt<{ account: string }>(sessionId(request), key).then(
        ({ payload }) => payload.account,
        () => undefined,
      ),
    end: () => `${cookie('')}; Max-Age=0`,
  }
}
