import { expect, test } from 'vitest'
import { CODE_PATTERN, firstCode, logIn, redeem, signIn, start, withMfaToken } from './client.ts'

const newHere = 'new-here@example.com'
const otp = { authenticator_types: ['otp'] }

test('enrolment returns a recovery code, only the first time, and the code works', async () => {
  const server = await start()
  const mfaToken = await logIn(server, newHere)
  const first = await withMfaToken(server, '/mfa/associate', mfaToken, otp)
  const enrolment = {
    authenticator_type: 'otp',
    secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
    barcode_uri: expect.stringContaining('otpauth://totp/'),
  }
  expect(first).toEqual({
    status: 200,
    body: { ...enrolment, recovery_codes: [expect.stringMatching(CODE_PATTERN)] },
  })
  expect(await withMfaToken(server, '/mfa/associate', mfaToken, otp)).toEqual({
    status: 200,
    body: enrolment,
  })

  const later = await logIn(server, newHere)
  const { body } = await withMfaToken(server, '/mfa/authenticators', later)
  expect(body).toMatchObject([
    { authenticator_type: 'otp' },
    { authenticator_type: 'recovery-code' },
  ])
  const code = (first.body as { recovery_codes: [string] }).recovery_codes[0]
  const answer = await redeem(server, later, code)
  expect(answer.status).toBe(200)
  expect(answer.body.recovery_code).not.toBe(code)
})

test('a password alone can’t add a factor to an account that has one', async () => {
  const server = await start()
  const email = 'usual@example.com'
  const mfaToken = await logIn(server, email)
  expect(await withMfaToken(server, '/mfa/associate', mfaToken, otp)).toEqual({
    status: 403,
    body: { error: 'access_denied', error_description: 'User is already enrolled.' },
  })
  expect((await signIn(server, email, firstCode(server, email))).status).toBe(200)
})

test.for([
  ['nothing', {}],
  ['a factor that it does not have', { authenticator_types: ['oob'] }],
  ['text', 'otp'],
  ['null', null],
])('enrolment refuses %s', async ([, request]) => {
  const server = await start()
  const mfaToken = await logIn(server, newHere)
  expect(await withMfaToken(server, '/mfa/associate', mfaToken, request)).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  })
})

test('enrolment refuses a body that isn’t JSON', async () => {
  const server = await start()
  const response = await fetch(`${server.url}/mfa/associate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await logIn(server, newHere)}` },
    body: 'authenticator_types=otp',
  })
  expect(response.status).toBe(400)
})

test.for(['/mfa/authenticators', '/mfa/associate'] as const)(
  '%s wants an mfa token',
  async (path) => {
    const server = await start()
    const body = path === '/mfa/associate' ? otp : undefined
    expect(await withMfaToken(server, path, undefined, body)).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    })
    expect(await withMfaToken(server, path, 'made-up', body)).toMatchObject({
      status: 403,
      body: { error: 'invalid_grant', error_description: 'Malformed mfa_token' },
    })
  },
)

test('a used mfa token is refused everywhere', async () => {
  const server = await start()
  const email = 'usual@example.com'
  const mfaToken = await logIn(server, email)
  await redeem(server, mfaToken, firstCode(server, email))
  expect(await withMfaToken(server, '/mfa/authenticators', mfaToken)).toMatchObject({
    status: 403,
    body: { error: 'expired_token' },
  })
})
