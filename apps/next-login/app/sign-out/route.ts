import { endSession } from '../../server/session'
import { signIn } from '../../server/sign-in'

/** Other sites can't call it: the session cookie is `SameSite=Lax`, and this only accepts POST. */
export function POST(request: Request): Response {
  const headers = new Headers([['location', '/'], ...signIn.end(request)])
  headers.append('set-cookie', endSession(request))
  return new Response(null, { status: 303, headers })
}
