import { EncryptJWT, jwtDecrypt } from 'jose'
import { cookies } from 'next/headers'

const NAME = 'session'
/** Seconds. */
const LIFETIME = 8 * 3600

async function key(): Promise<Uint8Array> {
  const secret = new TextEncoder().encode(`session ${process.env.SESSION_SECRET}`)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', secret))
}

/** The `set-cookie` for a new session. */
export async function beginSession(account: string, request: Request): Promise<string> {
  const sealed = await new EncryptJWT({ sub: account })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(`${LIFETIME} s`)
    .encrypt(await key())
  return cookie(sealed, LIFETIME, request)
}

/** The `set-cookie` that ends it. */
export function endSession(request: Request): string {
  return cookie('', 0, request)
}

/** Who is signed in. */
export async function findAccount(): Promise<string | undefined> {
  const sealed = (await cookies()).get(NAME)?.value
  if (sealed === undefined) return undefined
  try {
    return (await jwtDecrypt(sealed, await key())).payload.sub
  } catch {
    return undefined
  }
}

/** By `Origin`, because behind a proxy the request's URL may be `http://localhost:3000`. */
function cookie(value: string, maxAge: number, request: Request): string {
  const secure = request.headers.get('origin')?.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}
