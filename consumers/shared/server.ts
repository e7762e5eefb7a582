import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import { client, readAccount, sendPassword, signIn } from './sign-in.ts'

/** Access tokens, by session id. */
const sessions = new Map<string, string>()

const takeRecoveryCode = createRecoveryCodeHandler(() => ({
  ...signIn,
  ...client(),
  onTokens({ access_token }, request) {
    const id = crypto.randomUUID()
    sessions.set(id, access_token)
    return [['set-cookie', `session=${id}; Path=/; HttpOnly; SameSite=Lax`], ...signIn.end(request)]
  },
}))

/** The login page's three endpoints, for any framework with Web-standard requests. */
export async function answerLogin(request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/login/recovery-code':
      return takeRecoveryCode(request)
    case '/login/password':
      return takePassword(request)
    case '/login/account':
      return Response.json(await readAccount(sessions.get(sessionId(request))))
    default:
      return new Response(null, { status: 404 })
  }
}

async function takePassword(request: Request): Promise<Response> {
  const { handle, headers } = await sendPassword(request)
  return Response.json({ handle }, { headers })
}

function sessionId(request: Request): string {
  return /session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
}
