import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  CODE_PATTERN,
  firstCode,
  logIn,
  password,
  post,
  redeem,
  signIn,
  start,
  withMfaToken,
} from './client.ts'

const otp = { type: 'otp' }
const duo = { type: 'duo' }
const recoveryCode = { type: 'recovery-code' }
const wrongCode = 'ZZZZZZZZZZZZZZZZZZZZZZZZ'

const rejected = { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' }
const signedIn = { token_type: 'Bearer', expires_in: 86_400, scope: 'openid profile email' }

const cases: readonly {
  email: string
  requirements: Record<string, { type: string }[]>
  listed: string[]
  status: number
  body: Record<string, unknown>
}[] = [
  {
    email: 'usual@example.com',
    requirements: { challenge: [otp, recoveryCode] },
    listed: ['otp', 'recovery-code'],
    status: 200,
    body: { ...signedIn, recovery_code: expect.stringMatching(CODE_PATTERN) },
  },
  {
    email: 'no-rotation@example.com',
    requirements: { challenge: [otp, recoveryCode] },
    listed: ['otp', 'recovery-code'],
    status: 200,
    body: signedIn,
  },
  {
    email: 'duo@example.com',
    requirements: { challenge: [duo] },
    listed: ['duo'],
    status: 403,
    body: rejected,
  },
  {
    email: 'google-authenticator@example.com',
    requirements: { challenge: [otp] },
    listed: ['otp'],
    status: 403,
    body: rejected,
  },
  {
    email: 'feature-off@example.com',
    requirements: { challenge: [otp] },
    listed: ['otp'],
    status: 403,
    body: rejected,
  },
  {
    email: 'rate-limited@example.com',
    requirements: { challenge: [otp, recoveryCode] },
    listed: ['otp', 'recovery-code'],
    status: 429,
    body: { error: 'too_many_attempts' },
  },
  {
    email: 'another-factor@example.com',
    requirements: { challenge: [otp, recoveryCode] },
    listed: ['otp', 'recovery-code'],
    status: 403,
    body: {
      error: 'mfa_required',
      mfa_token: expect.any(String),
      mfa_requirements: { challenge: [otp] },
    },
  },
  {
    email: 'denied@example.com',
    requirements: { challenge: [otp, recoveryCode] },
    listed: ['otp', 'recovery-code'],
    status: 403,
    body: { error: 'access_denied', error_description: 'This account may not sign in here.' },
  },
  {
    email: 'new-here@example.com',
    requirements: { enroll: [otp] },
    listed: [],
    status: 403,
    body: rejected,
  },
]

test.for(cases)('$email', async ({ email, requirements, listed, status, body }) => {
  const server = await start()
  const asked = await password(server, email)
  expect(asked.status).toBe(403)
  expect(asked.body).toEqual({
    error: 'mfa_required',
    error_description: 'Multifactor authentication required',
    mfa_token: expect.any(String),
    mfa_requirements: requirements,
  })
  const mfaToken = String(asked.body.mfa_token)
  const list = await withMfaToken(server, '/mfa/authenticators', mfaToken)
  expect(list).toEqual({
    status: 200,
    body: listed.map((type) => ({
      id: expect.stringContaining('|dev_'),
      authenticator_type: type,
      type,
      active: true,
    })),
  })
  const code = server.accounts.find((account) => account.email === email)?.recoveryCode
  const answer = await redeem(server, mfaToken, code ?? wrongCode)
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject(body)
})

test('no-rotation@example.com keeps its code and gets none', async () => {
  const server = await start()
  const code = firstCode(server, 'no-rotation@example.com')
  for (let time = 1; time <= 2; time += 1) {
    const answer = await signIn(server, 'no-rotation@example.com', code)
    expect(answer.status).toBe(200)
    expect(answer.body).not.toHaveProperty('recovery_code')
  }
})

test('expires-at-once@example.com gets an mfa token that is expired everywhere', async () => {
  const server = await start()
  const mfaToken = await logIn(server, 'expires-at-once@example.com')
  const expired = { error: 'expired_token', error_description: 'mfa_token is expired' }
  const code = firstCode(server, 'expires-at-once@example.com')
  expect(await redeem(server, mfaToken, code)).toMatchObject({ status: 403, body: expired })
  expect(await withMfaToken(server, '/mfa/authenticators', mfaToken)).toEqual({
    status: 403,
    body: expired,
  })
})

test('another-factor@example.com: the code is not spent, the token is, and the next one asks again', async () => {
  const server = await start()
  const code = firstCode(server, 'another-factor@example.com')
  const first = await logIn(server, 'another-factor@example.com')
  const next = String((await redeem(server, first, code)).body.mfa_token)
  expect(next).not.toBe(first)
  expect((await redeem(server, first, code)).body).toMatchObject({ error: 'expired_token' })
  expect((await redeem(server, next, code)).body).toMatchObject({ error: 'mfa_required' })
})

test('denied@example.com: the code is spent', async () => {
  const server = await start()
  const code = firstCode(server, 'denied@example.com')
  expect((await signIn(server, 'denied@example.com', code)).body.error).toBe('access_denied')
  expect((await signIn(server, 'denied@example.com', code)).body).toEqual(rejected)
})

test.for([
  ['a wrong password', { username: 'usual@example.com', password: 'wrong' }],
  ['an unknown address', { username: 'nobody@example.com', password: 'demo-password' }],
] as const)('%s is told the same', async ([, credentials]) => {
  const server = await start()
  const answer = await post(server, { grant_type: 'password', client_id: 'spa', ...credentials })
  expect(answer.status).toBe(403)
  expect(answer.body).toEqual({
    error: 'invalid_grant',
    error_description: 'Wrong email or password.',
  })
})

test('the realm grant and different capitalisation lead to the same account', async () => {
  const server = await start()
  const answer = await post(server, {
    grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
    realm: 'Username-Password-Authentication',
    client_id: 'spa',
    username: 'Usual@Example.com',
    password: 'demo-password',
  })
  const mfaToken = String(answer.body.mfa_token)
  const { status } = await redeem(server, mfaToken, firstCode(server, 'usual@example.com'))
  expect(status).toBe(200)
})

test('the README lists every account and what to type', async () => {
  const { accounts, password: forAll } = await start()
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const rows = readme
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, account = '', code = '']) => (account.includes('@') ? [[account, code]] : []))
  expect(rows).toEqual(
    accounts.map(({ email, recoveryCode: code }) => [
      `\`${email}\``,
      code === undefined ? 'none' : `\`${code}\``,
    ]),
  )
  expect(readme).toContain(`\`${forAll}\``)
})

test('the first codes look like the server’s own', async () => {
  const { accounts } = await start()
  const codes = accounts.flatMap(({ recoveryCode: code }) => code ?? [])
  expect(codes).not.toEqual([])
  for (const code of codes) expect(code).toMatch(CODE_PATTERN)
})
