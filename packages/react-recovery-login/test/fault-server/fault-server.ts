import { once } from 'node:events'
import { ServerResponse, type IncomingMessage } from 'node:http'
import { startAuthServer, WEB_CLIENT_SECRET, type AuthServer, type Handle } from 'auth-server'
import { none } from './faults.ts'

/** A request with a recovery code, on its way. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Lets the OAuth server finish its work. Returns the body of its answer; the headers are set. */
  serve(): Promise<string>
}

/** Handles a request with a recovery code. Only the fault answers it. */
export type Fault = (exchange: Exchange) => unknown

export interface FaultServer {
  readonly auth: AuthServer
  readonly url: string
  /** The bodies with a recovery code that arrived, oldest first, undecoded. */
  readonly recoveries: readonly string[]
  /** The methods of requests to `/elsewhere`, where redirects lead. */
  readonly strays: readonly string[]
  /** How often a code was spent and its successor stored. */
  readonly commits: number
  /** Every secret in its answers so far: mfa tokens, codes, tokens. */
  readonly secrets: ReadonlySet<string>
  /** The recovery code that works now, which its owner may never have received. */
  readonly code: string
  /** The fault for every request with a recovery code. Undefined: no fault. */
  fault: Fault | undefined
  /** A new mfa token, as if the password had been given. With `openid` the tokens are three times as long. */
  signIn(scope?: string, clientId?: 'spa' | 'web'): Promise<string>
  close(): Promise<void>
}

export const ACCOUNT = 'usual@example.com'

/**
 * The OAuth server on loopback, with a connection that a test can break.
 *
 * @param keepAlive Reuses connections. A browser resends a POST itself if a reused connection breaks, so by default
 * each request has its own.
 */
export async function startFaultServer({ keepAlive = false } = {}): Promise<FaultServer> {
  const recoveries: string[] = []
  const strays: string[] = []
  const secrets = new Set<string>()
  let commits = 0

  const intercept = async (request: IncomingMessage, response: ServerResponse, handle: Handle) => {
    if (!keepAlive) response.shouldKeepAlive = false
    const body = await peek(request)
    if (request.url === '/elsewhere') strays.push(request.method ?? '')
    const serve = async () => {
      const answer = await hold(request, response, handle)
      for (const secret of secretsOf(answer)) secrets.add(secret)
      return answer
    }
    if (!body.includes('mfa-recovery-code')) return response.end(await serve())
    recoveries.push(body)
    return (server.fault ?? none)({ request, response, serve })
  }
  const auth = await startAuthServer({
    intercept: (...exchange) => void intercept(...exchange),
    onRotated: () => (commits += 1),
  })
  const first = auth.accounts.find(({ email }) => email === ACCOUNT)?.recoveryCode ?? ''
  secrets.add(first)

  const server: FaultServer = {
    auth,
    url: auth.url,
    recoveries,
    strays,
    secrets,
    get commits() {
      return commits
    },
    get code() {
      return [...secrets].findLast((secret) => /^[1-9A-Z]{24}$/.test(secret)) ?? first
    },
    fault: undefined,
    async signIn(scope = '', clientId = 'spa') {
      const form = new URLSearchParams({
        grant_type: 'password',
        client_id: clientId,
        scope,
        username: ACCOUNT,
        password: auth.password,
      })
      if (clientId === 'web') form.set('client_secret', WEB_CLIENT_SECRET)
      const answer = await fetch(`${auth.url}/oauth/token`, { method: 'POST', body: form })
      return String((await answer.json()).mfa_token)
    },
    close: auth.close,
  }
  return server
}

/** Reads the whole body, and leaves it in the request for the server. */
async function peek(request: IncomingMessage): Promise<string> {
  const length = Number(request.headers['content-length'] ?? 0)
  const chunks: Buffer[] = []
  while (chunks.reduce((sum, chunk) => sum + chunk.length, 0) < length) {
    const chunk: Buffer | null = request.read()
    if (chunk === null) await once(request, 'readable')
    else chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (body.length > 0) request.unshift(body)
  return body.toString()
}

/** Holds an answer back: sets its status and headers on the response, and returns its body. */
function hold(request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<string> {
  const held = new ServerResponse(request)
  return new Promise((resolve) => {
    held.writeHead = (status: number, headers?: unknown) => {
      held.statusCode = status
      held.setHeaders(new Map(Object.entries(Object(headers))))
      return held
    }
    held.end = (body?: unknown) => {
      response.statusCode = held.statusCode
      response.setHeaders(
        new Map(Object.entries(held.getHeaders()).map(([name, value = '']) => [name, value])),
      )
      resolve(String(body ?? ''))
      return held
    }
    handle(request, held)
  })
}

function secretsOf(body: string): string[] {
  const names = ['mfa_token', 'recovery_code', 'access_token', 'id_token']
  try {
    const members: object = JSON.parse(body)
    return Object.entries(members).flatMap(([name, value]) =>
      names.includes(name) ? [String(value)] : [],
    )
  } catch {
    return []
  }
}
