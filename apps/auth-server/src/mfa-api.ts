import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { enrolOtp } from './enrol-otp.ts'
import { listAuthenticators } from './list-authenticators.ts'
import { readMfaToken } from './mfa-tokens.ts'
import { OAuthError } from './oauth-error.ts'
import type { PendingSignIn } from './state.ts'
import type { Tenant } from './tenant.ts'

type Answer = (tenant: Tenant, signIn: PendingSignIn, body: unknown) => unknown

const routes = new Map<string, Answer>([
  ['GET /mfa/authenticators', (tenant, { email }) => listAuthenticators(tenant, email)],
  ['POST /mfa/associate', enrolOtp],
])

/** The two endpoints that take the mfa token as a bearer token. @returns False if the request is for neither. */
export function answerMfaApi(
  tenant: Tenant,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const answer = routes.get(`${request.method} ${request.url}`)
  if (answer === undefined) return false
  void run(tenant, request, answer).then(
    (body) => send(response, 200, body),
    (error: unknown) => {
      if (error instanceof OAuthError) return send(response, error.status, error.body)
      if (error instanceof Error) console.error(error.stack)
      send(response, 500, { error: 'server_error' })
    },
  )
  return true
}

async function run(tenant: Tenant, request: IncomingMessage, answer: Answer): Promise<unknown> {
  const body = request.method === 'POST' ? await readJson(request) : undefined
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer === undefined) throw new OAuthError(401, 'invalid_token', 'Missing bearer token')
  return answer(tenant, readMfaToken(tenant, bearer), body)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return await json(request)
  } catch {
    throw new OAuthError(400, 'invalid_request', 'The body must be JSON')
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
