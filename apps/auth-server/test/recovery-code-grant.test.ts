import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import {
  CODE_PATTERN,
  type Form,
  firstCode,
  logIn,
  post,
  RECOVERY_CODE_GRANT,
  redeem,
  signIn,
  start,
} from './client.ts'

const email = 'usual@example.com'
const wrongCode = 'ZZZZZZZZZZZZZZZZZZZZZZZZ'

test('a code is exchanged for tokens and its successor, in the guide’s order', async () => {
  const server = await start()
  const code = firstCode(server, email)
  const { status, body, headers } = await signIn(server, email, code)
  expect(status).toBe(200)
  expect(Object.keys(body)).toEqual([
    'access_token',
    'id_token',
    'scope',
    'expires_in',
    'recovery_code',
    'token_type',
  ])
  expect(body.recovery_code).toMatch(CODE_PATTERN)
  expect(body.recovery_code).not.toBe(code)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('each code works once and leads to the next', async () => {
  const server = await start()
  const used = [firstCode(server, email)]
  for (let round = 0; round < 3; round += 1) {
    const answer = await signIn(server, email, used.at(-1) ?? '')
    expect(answer.status).toBe(200)
    used.push(String(answer.body.recovery_code))
  }
  for (const code of used.slice(0, -1))
    expect((await signIn(server, email, code)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'MFA Authorization rejected.',
    })
  expect((await signIn(server, email, used.at(-1) ?? '')).status).toBe(200)
})

test('the id token is signed for the client, and the access token opens /userinfo', async () => {
  const server = await start()
  const { body } = await signIn(server, email, firstCode(server, email))
  const keys = createRemoteJWKSet(new URL(`${server.url}/jwks`))
  const { payload } = await jwtVerify(String(body.id_token), keys, {
    issuer: `${server.url}/`,
    audience: 'spa',
  })
  expect(payload).toMatchObject({ sub: email, email, name: 'usual' })
  const userinfo = await fetch(`${server.url}/userinfo`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  })
  expect(await userinfo.json()).toEqual({ sub: email, email, name: 'usual' })
})

test('without openid in the scope there is no id token', async () => {
  const server = await start()
  const answer = await signIn(server, email, firstCode(server, email), {
    scope: 'email something-else',
  })
  expect(answer.body).toMatchObject({ scope: 'email', access_token: expect.any(String) })
  expect(answer.body).not.toHaveProperty('id_token')
})

test('an mfa token survives a wrong code and ends with the right one', async () => {
  const server = await start()
  const mfaToken = await logIn(server, email)
  expect((await redeem(server, mfaToken, wrongCode)).status).toBe(403)
  const { body } = await redeem(server, mfaToken, firstCode(server, email))
  expect((await redeem(server, mfaToken, String(body.recovery_code))).body).toEqual({
    error: 'expired_token',
    error_description: 'mfa_token is expired',
  })
})

test('an mfa token lives ten minutes', async () => {
  let now = Date.now()
  const server = await start({ now: () => now })
  const code = firstCode(server, email)
  const [early, late] = [await logIn(server, email), await logIn(server, email)]
  now += 599_999
  expect((await redeem(server, early, wrongCode)).body.error).toBe('invalid_grant')
  now += 1
  expect(await redeem(server, late, code)).toMatchObject({
    status: 403,
    body: { error: 'expired_token' },
  })
})

test('the code is compared exactly: normalising it is up to the client', async () => {
  const server = await start()
  const mfaToken = await logIn(server, email)
  const code = firstCode(server, email)
  for (const typed of [code.toLowerCase(), ` ${code}`, code.replace(/(.{4})(?=.)/g, '$1-')])
    expect((await redeem(server, mfaToken, typed)).status).toBe(403)
  expect((await redeem(server, mfaToken, code)).status).toBe(200)
})

test.for([
  ['one mfa token', async (token: () => Promise<string>) => Array(20).fill(await token())],
  [
    'an mfa token each',
    (token: () => Promise<string>) => Promise.all(Array.from({ length: 20 }, token)),
  ],
] as const)('of twenty at once with one code and %s, one gets in', async ([, tokens]) => {
  const server = await start()
  const code = firstCode(server, email)
  const mfaTokens: string[] = await tokens(() => logIn(server, email))
  const answers = await Promise.all(mfaTokens.map((mfaToken) => redeem(server, mfaToken, code)))
  const winners = answers.filter(({ status }) => status === 200)
  expect(winners).toHaveLength(1)
  expect(winners[0]?.body.recovery_code).toMatch(CODE_PATTERN)
})

const complete = { grant_type: RECOVERY_CODE_GRANT, client_id: 'spa' }

test.for([
  {
    what: 'no mfa token',
    form: { ...complete, recovery_code: wrongCode },
    status: 400,
    error: 'invalid_request',
    description: 'Missing required parameter: mfa_token',
  },
  {
    what: 'no code',
    form: { ...complete, mfa_token: 'x' },
    status: 400,
    error: 'invalid_request',
    description: 'Missing required parameter: recovery_code',
  },
  {
    what: 'an empty code',
    form: { ...complete, mfa_token: 'x', recovery_code: '' },
    status: 400,
    error: 'invalid_request',
    description: 'Missing required parameter: recovery_code',
  },
  {
    what: 'an mfa token that was never issued',
    form: { ...complete, mfa_token: 'x', recovery_code: wrongCode },
    status: 403,
    error: 'invalid_grant',
    description: 'Malformed mfa_token',
  },
  {
    what: 'a grant that does not exist',
    form: { ...complete, grant_type: 'https://auth0.com/oauth/grant-type/mfa-recovery-code' },
    status: 400,
    error: 'unsupported_grant_type',
    description: 'Grant type not supported',
  },
])('$what', async ({ form, status, error, description }) => {
  const server = await start()
  const answer = await post(server, form)
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual({ error, error_description: description })
})

test('an mfa token belongs to the client that signed in', async () => {
  const server = await start()
  const mfaToken = await logIn(server, email, { clientId: 'no-grant' })
  const code = firstCode(server, email)
  expect(await redeem(server, mfaToken, code)).toMatchObject({
    status: 400,
    body: {
      error: 'invalid_request',
      error_description: 'mfa_token not issued to this client',
    },
  })
})

test.for(['grant_type', 'client_id', 'mfa_token', 'recovery_code'])(
  'a repeated %s is refused and spends nothing',
  async (name) => {
    const server = await start()
    const mfaToken = await logIn(server, email)
    const code = firstCode(server, email)
    const form: [string, string][] = [
      ['grant_type', RECOVERY_CODE_GRANT],
      ['client_id', 'spa'],
      ['mfa_token', mfaToken],
      ['recovery_code', code],
    ]
    const again = form.filter(([key]) => key === name)
    expect(await post(server, [...form, ...again])).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
    expect((await post(server, form)).status).toBe(200)
  },
)

test.for<[whose: string, form: Form]>([
  ['of the server', complete],
  ['of the library', [...Object.entries(complete), ['client_id', 'spa']]],
])('a refusal %s is JSON, whatever a browser would rather have', async ([, form]) => {
  const server = await start()
  const { headers, body } = await post(server, form, { accept: 'text/html' })
  expect(headers.get('content-type')).toContain('application/json')
  expect(body.error).toBe('invalid_request')
})
