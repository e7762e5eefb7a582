import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import type { AuthServer } from '../src/auth-server.ts'
import { firstCode, logIn, password, post, RECOVERY_CODE_GRANT, redeem, start } from './client.ts'

const email = 'usual@example.com'

type Proof = (server: AuthServer) => Promise<Record<string, string>> | Record<string, string>

const withSecret: Proof = () => ({ client_secret: 'web-secret' })
const assertion: Proof = async ({ url, assertionKey }) => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer('web-assertion')
    .setSubject('web-assertion')
    .setAudience(`${url}/`)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(assertionKey),
})

test.for<[clientId: string, proof: Proof]>([
  ['spa', () => ({})],
  ['web', withSecret],
  ['web-assertion', assertion],
])('%s signs in', async ([clientId, proof]) => {
  const server = await start()
  const mfaToken = await logIn(server, email, { clientId, proof: await proof(server) })
  const answer = await redeem(server, mfaToken, firstCode(server, email), {
    clientId,
    proof: await proof(server),
  })
  expect(answer.status).toBe(200)
})

test.for<[clientId: string, proof: Proof]>([
  ['no-grant', () => ({})],
  ['web-no-grant', withSecret],
])('%s gets as far as the password', async ([clientId, proof]) => {
  const server = await start()
  const login = { clientId, proof: await proof(server) }
  const mfaToken = await logIn(server, email, login)
  const code = firstCode(server, email)
  expect(await redeem(server, mfaToken, code, login)).toMatchObject({
    status: 403,
    body: {
      error: 'unauthorized_client',
      error_description: `Grant type '${RECOVERY_CODE_GRANT}' not allowed for the client.`,
    },
  })
})

const unauthorized = { error: 'access_denied', error_description: 'Unauthorized' }

test.for([
  { what: 'an unknown client', clientId: 'nobody', secret: undefined, body: unauthorized },
  { what: 'a wrong secret', clientId: 'web', secret: 'x', body: unauthorized },
  {
    what: 'a secret for a public client',
    clientId: 'spa',
    secret: 'web-secret',
    body: unauthorized,
  },
  {
    what: 'no secret where there must be one',
    clientId: 'web',
    secret: undefined,
    body: { error: 'invalid_client', error_description: 'Client authentication failed' },
  },
])('$what is refused', async ({ clientId, secret, body }) => {
  const server = await start()
  const proof: Record<string, string> = secret === undefined ? {} : { client_secret: secret }
  const answer = await password(server, email, { clientId, proof })
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual(body)
})

test('an assertion works once', async () => {
  const server = await start()
  const login = { clientId: 'web-assertion', proof: await assertion(server) }
  expect((await password(server, email, login)).body.error).toBe('mfa_required')
  expect((await password(server, email, login)).body).toEqual(unauthorized)
})

test('no client at all is refused', async () => {
  const server = await start()
  expect((await post(server, { grant_type: 'password' })).status).toBe(400)
})
