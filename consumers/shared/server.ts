import { createRecoveryCodeHandler } from 'react-recovery-login/server'

const { AUTH_DOMAIN = '', AUTH_CLIENT_ID = '', AUTH_CLIENT_SECRET = '' } = process.env
/** The access token, by the session's id. */
const sessions = new Map<string, string>()

const takeRecoveryCode = createRecoveryCodeHandler({
  domain: AUTH_DOMAIN,
  clientId: AUTH_CLIENT_ID,
  clientSecret: AUTH_CLIENT_SECRET,
  onTokens: ({ access_token }) => {
    const id = crypto.randomUUID()
    sessions.set(id, access_token)
    return { 'set-cookie': `session=${id}; Path=/; HttpOnly; SameSite=Lax` }
  },
})

/** The three endpoints of the login page, for any framework that has a Web-standard request. */
export async function answerLogin(request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/login/recovery-code':
      return takeRecoveryCode(request)
    case '/login/password':
      return takePassword()
    case '/login/account':
      return readAccount(request)
    default:
      return new Response(null, { status: 404 })
  }
}

async function takePassword(): Promise<Response> {
  const answer = await fetch(`${AUTH_DOMAIN}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: AUTH_CLIENT_ID,
      client_secret: AUTH_CLIENT_SECRET,
      username: 'usual@example.com',
      password: 'demo-password',
      scope: 'openid email',
    }),
  })
  return Response.json(await answer.json(), { status: answer.status })
}

async function readAccount(request: Request): Promise<Response> {
  const [, id = ''] = /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? []
  const authorization = `Bearer ${sessions.get(id)}`
  const answer = await fetch(`${AUTH_DOMAIN}/userinfo`, { headers: { authorization } })
  return Response.json(await answer.json(), { status: answer.status })
}
