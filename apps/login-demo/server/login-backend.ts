import { randomBytes } from 'node:crypto'
import {
  createHeldAnswers,
  createRecoveryCodeHandler,
  createSignInCookie,
  readMfaRequired,
  type AnswerStore,
} from 'react-recovery-login/server'
import type { WebHandler } from './serve-web.ts'
import { createSessions, type Sessions } from './sessions.ts'

export interface LoginBackendOptions {
  /** The origin of the authorization server. */
  readonly authServer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Holds answers, so that a lost one can be read again. Default: a lost answer stays lost. */
  readonly store?: AnswerStore | undefined
  /** Seals the sign-in cookie and the held answers: the same for every process of a fleet. Default a random one. */
  readonly secret?: string
  /** Default in this process's memory. */
  readonly sessions?: Sessions
  /** Epoch milliseconds, for session expiry. Default `Date.now`. */
  readonly now?: () => number
}

/**
 * The login page's own server: it holds the client secret and creates the sessions. The browser gets no token, not even
 * the mfa token, only a handle for it.
 */
export function createLoginBackend(options: LoginBackendOptions): WebHandler {
  const { authServer, clientId, clientSecret, store } = options
  // Like everything here, it is lost on restart. A product has one for each in its environment.
  const { secret = randomBytes(32).toString('base64') } = options
  const { sessions = createSessions(options.now) } = options
  const signIn = createSignInCookie({ secret: `${secret} of sign-ins` })
  const answers = store && createHeldAnswers({ store, secret: `${secret} of answers` })

  const takeRecoveryCode = createRecoveryCodeHandler({
    domain: authServer,
    clientId,
    clientSecret,
    // `resolveMfaToken` and `onAnotherFactor`.
    ...signIn,
    onTokens: async ({ id_token }, request): Promise<[string, string][]> => [
      ['set-cookie', await sessions.begin(accountOf(id_token), request)],
      ...signIn.end(request),
    ],
    held: answers,
  })

  async function takePassword(request: Request): Promise<Response> {
    const { email, password } = await request.json()
    const answer = await fetch(new URL('/oauth/token', authServer), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: clientId,
        client_secret: clientSecret,
        username: String(email),
        password: String(password),
        scope: 'openid email',
      }),
    })
    const body = await answer.json()
    const mfa = readMfaRequired(body)
    if (mfa) {
      const { handle, headers } = await signIn.start(mfa, request)
      // The page's `readMfaRequired` finds the handle in the mfa token's place.
      return json({ ...body, mfa_token: handle }, { status: answer.status, headers })
    }
    if (!answer.ok) return json(body, { status: answer.status })
    const setCookie = await sessions.begin(accountOf(body.id_token), request)
    return json({ signedIn: true }, { headers: { 'set-cookie': setCookie } })
  }

  /** Adds the first factor of an account that has none, and returns its first recovery code. */
  async function enrol(request: Request): Promise<Response> {
    const { mfaToken: handle } = await request.json()
    const mfaToken = await signIn.resolveMfaToken(String(handle), request)
    if (mfaToken === undefined) return json({ error: 'expired_token' }, { status: 401 })
    const answer = await fetch(new URL('/mfa/associate', authServer), {
      method: 'POST',
      headers: { authorization: `Bearer ${mfaToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ authenticator_types: ['otp'] }),
    })
    // The tenant's error doesn't reveal the mfa token.
    return json(await answer.json(), {
      status: answer.status,
      headers: answer.ok ? signIn.end(request) : [],
    })
  }

  async function findAccount(request: Request): Promise<Response> {
    return json({ account: (await sessions.find(request)) ?? null })
  }

  return (request) => {
    switch (new URL(request.url).pathname) {
      case '/login/recovery-code':
        return takeRecoveryCode(request)
      case '/login/password':
        return posted(request, () => takePassword(request))
      case '/login/enrol':
        return posted(request, () => enrol(request))
      case '/logout':
        return posted(request, async () =>
          json(
            { signedIn: false },
            {
              headers: [
                ['set-cookie', sessions.end(request)],
                ...(answers ? await answers.forget(request) : signIn.end(request)),
              ],
            },
          ),
        )
      case '/me':
        return findAccount(request)
      default:
        return undefined
    }
  }
}

/**
 * Accepts a POST only from a page on this origin, and never forwards the authorization server's failures as they are.
 */
async function posted(request: Request, answer: () => Promise<Response>): Promise<Response> {
  if (request.method !== 'POST') return json({ error: 'method_not_allowed' }, { status: 405 })
  if (request.headers.get('origin') !== new URL(request.url).origin)
    return json({ error: 'forbidden' }, { status: 403 })
  return answer().catch(() => json({ error: 'server_error' }, { status: 502 }))
}

/**
 * The token came from the token endpoint itself, so its signature needs no check here.
 *
 * @throws Error if it has no account.
 * @see OpenID Connect Core 1.0 §3.1.3.7 (6)
 */
function accountOf(idToken: string | undefined): string {
  const [, payload = ''] = idToken?.split('.') ?? []
  const { email } = JSON.parse(Buffer.from(payload, 'base64url').toString())
  if (typeof email !== 'string') throw new Error('The id_token names no account.')
  return email
}

function json(body: unknown, init: ResponseInit = {}): Response {
  const response = Response.json(body, init)
  response.headers.set('cache-control', 'no-store')
  return response
}
