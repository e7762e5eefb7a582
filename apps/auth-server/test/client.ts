import { onTestFinished } from 'vitest'
import { startAuthServer, type AuthServer, type AuthServerOptions } from '../src/auth-server.ts'

// Spelled out here, so a name the server gets wrong fails its tests.
export const RECOVERY_CODE_GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'
export const PASSWORD = 'demo-password'
export const CODE_PATTERN = /^[1-9A-HJ-NP-Z]{24}$/

/** A server for this test, closed when the test ends. */
export async function start(options?: AuthServerOptions): Promise<AuthServer> {
  const server = await startAuthServer(options)
  onTestFinished(() => server.close())
  return server
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

export type Form = Record<string, string> | [string, string][]

/** One form-encoded POST to the token endpoint. */
export async function post(
  { url }: AuthServer,
  form: Form,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

export interface Login {
  readonly clientId?: string
  readonly proof?: Record<string, string>
  readonly scope?: string
}

export function password(
  server: AuthServer,
  email: string,
  { clientId = 'spa', proof = {}, scope }: Login = {},
): Promise<Answer> {
  return post(server, {
    grant_type: 'password',
    client_id: clientId,
    ...proof,
    username: email,
    password: PASSWORD,
    ...(scope !== undefined && { scope }),
  })
}

/** The mfa token of a new sign-in. */
export async function logIn(server: AuthServer, email: string, login?: Login): Promise<string> {
  return String((await password(server, email, login)).body.mfa_token)
}

export function redeem(
  server: AuthServer,
  mfaToken: string,
  code: string,
  { clientId = 'spa', proof = {} }: Login = {},
): Promise<Answer> {
  return post(server, {
    grant_type: RECOVERY_CODE_GRANT,
    client_id: clientId,
    ...proof,
    mfa_token: mfaToken,
    recovery_code: code,
  })
}

/** Password and code in one go. */
export async function signIn(
  server: AuthServer,
  email: string,
  code: string,
  login?: Login,
): Promise<Answer> {
  return redeem(server, await logIn(server, email, login), code, login)
}

/** An endpoint that takes the mfa token as a bearer token. */
export async function withMfaToken(
  { url }: AuthServer,
  path: '/mfa/authenticators' | '/mfa/associate',
  mfaToken: string | undefined,
  json?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}${path}`, {
    method: json === undefined ? 'GET' : 'POST',
    headers: {
      ...(mfaToken !== undefined && { authorization: `Bearer ${mfaToken}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    body: json === undefined ? undefined : JSON.stringify(json),
  })
  return { status: response.status, body: await response.json() }
}

/** The account's first code, from the README. */
export function firstCode({ accounts }: AuthServer, email: string): string {
  const code = accounts.find((account) => account.email === email)?.recoveryCode
  if (code === undefined) throw new Error(`${email} starts without a recovery code.`)
  return code
}
