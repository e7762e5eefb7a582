import { endSession } from '../../server/session'
import { signIn } from '../../server/sign-in'

/** A page of another site can't call it: the session's cookie is `SameSite=Lax`, and this takes a POST alone. */
export function POST(request: Request): Response {
  const headers = new Headers([['location', '/'], ...signIn.end(request)])
  headers.append('set-cookie', endSession(request))
  return new Response(null, { status: 303, headers })
}
