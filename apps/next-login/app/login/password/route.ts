import { readMfaRequired } from 'react-recovery-login/server'
import { accountOf } from '../../../server/account-of'
import { beginSession } from '../../../server/session'
import { signIn } from '../../../server/sign-in'

/** Signs in, or answers with the handle of a sign-in that needs its second factor. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const answer = await fetch(`${process.env.AUTH0_DOMAIN}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: process.env.AUTH0_CLIENT_ID ?? '',
      client_secret: process.env.AUTH0_CLIENT_SECRET ?? '',
      username: String(form.get('email')),
      password: String(form.get('password')),
      scope: 'openid email',
    }),
  })
  const body = await answer.json()
  const mfa = readMfaRequired(body)
  if (mfa) {
    const { handle, headers } = await signIn.start(mfa, request)
    return Response.json({ handle }, { headers })
  }
  if (!answer.ok)
    return Response.json({ error: 'Email or password is not right.' }, { status: 403 })
  const session = await beginSession(accountOf(body.id_token), request)
  return Response.json({}, { headers: { 'set-cookie': session } })
}
