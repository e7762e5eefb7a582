import { expect, test } from 'vitest'
import { firstCode, logIn, post, RECOVERY_CODE_GRANT, redeem, signIn, start } from './client.ts'

const origin = 'http://localhost:5173'
const stranger = 'https://elsewhere.example'
const email = 'usual@example.com'

test.for(['/oauth/token', '/mfa/authenticators', '/mfa/associate', '/userinfo'])(
  '%s answers the preflight of an allowed origin, for the headers that Auth0’s SDKs send',
  async (path) => {
    const { url } = await start({ origins: [origin] })
    const ask = (from: string) =>
      fetch(`${url}${path}`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      })
    const yes = await ask(origin)
    expect(yes.status).toBe(204)
    expect(yes.headers.get('access-control-allow-origin')).toBe(origin)
    expect(yes.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, auth0-client, dpop',
    )
    const no = await ask(stranger)
    expect(no.status).toBe(403)
    expect(no.headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('an allowed origin reads the answer, its refusal and its wait', async () => {
  const server = await start({ origins: [origin] })
  const mfaToken = await logIn(server, 'rate-limited@example.com')
  const form = {
    grant_type: RECOVERY_CODE_GRANT,
    client_id: 'spa',
    mfa_token: mfaToken,
    recovery_code: 'ZZZZZZZZZZZZZZZZZZZZZZZZ',
  }
  const { status, headers } = await post(server, form, { origin })
  expect(status).toBe(429)
  expect(headers.get('access-control-allow-origin')).toBe(origin)
  expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
  expect(headers.get('vary')).toBe('Origin')
  const list = await fetch(`${server.url}/mfa/authenticators`, {
    headers: { origin, authorization: `Bearer ${mfaToken}` },
  })
  expect(list.headers.get('access-control-allow-origin')).toBe(origin)
})

test('another origin is refused before its code is checked', async () => {
  const server = await start({ origins: [origin] })
  const mfaToken = await logIn(server, email)
  const code = firstCode(server, email)
  const response = await fetch(`${server.url}/oauth/token`, {
    method: 'POST',
    headers: { origin: stranger },
    body: new URLSearchParams({
      grant_type: RECOVERY_CODE_GRANT,
      client_id: 'spa',
      mfa_token: mfaToken,
      recovery_code: code,
    }),
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect(await response.text()).toBe(`Origin ${stranger} is not allowed.`)
  expect((await redeem(server, mfaToken, code)).status).toBe(200)
})

test('an origin can be allowed while the server runs', async () => {
  const server = await start()
  const form = { grant_type: 'password', client_id: 'spa' }
  await expect(post(server, form, { origin })).rejects.toThrow(SyntaxError)
  server.allowOrigin(origin)
  const { headers } = await post(server, form, { origin })
  expect(headers.get('access-control-allow-origin')).toBe(origin)
})

test('a caller that isn’t a browser needs none', async () => {
  const server = await start()
  const { status, headers } = await signIn(server, email, firstCode(server, email))
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBeNull()
})
