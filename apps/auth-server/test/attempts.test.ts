import { expect, test } from 'vitest'
import { WEB_CLIENT_SECRET } from '../src/auth-server.ts'
import { firstCode, logIn, redeem, signIn, start } from './client.ts'

const email = 'usual@example.com'
const wrongCode = 'ZZZZZZZZZZZZZZZZZZZZZZZZ'
const SIX_MINUTES = 360_000

test('ten failures, then a wait, regardless of mfa token and client', async () => {
  let now = Date.now()
  const server = await start({ now: () => now })
  const code = firstCode(server, email)
  const web = { clientId: 'web', proof: { client_secret: WEB_CLIENT_SECRET } }
  for (let failure = 1; failure <= 10; failure += 1) {
    const answer = await signIn(server, email, wrongCode, failure % 2 ? undefined : web)
    expect(answer.body.error).toBe('invalid_grant')
    now += 1000
  }
  // The right code is refused too: the first failure was ten seconds ago.
  const answer = await signIn(server, email, code)
  expect(answer.status).toBe(429)
  expect(answer.body).toEqual({
    error: 'too_many_attempts',
    error_description: expect.any(String),
  })
  expect(answer.headers.get('retry-after')).toBe('350')
})

test('one attempt comes back every six minutes, and waiting for it spends none', async () => {
  let now = Date.now()
  const server = await start({ now: () => now })
  const limited = 'rate-limited@example.com'
  const attempt = async (code: string) => {
    const { status, headers } = await signIn(server, limited, code)
    return [status, headers.get('retry-after')]
  }
  expect(await attempt(wrongCode)).toEqual([429, '360'])
  now += SIX_MINUTES - 1
  expect(await attempt(wrongCode)).toEqual([429, '1'])
  now += 1
  expect(await attempt(wrongCode)).toEqual([403, null])
  expect(await attempt(wrongCode)).toEqual([429, '360'])
  now += 2.5 * SIX_MINUTES
  expect(await attempt(wrongCode)).toEqual([403, null])
  expect(await attempt(wrongCode)).toEqual([403, null])
  expect(await attempt(wrongCode)).toEqual([429, '180'])
  now += SIX_MINUTES / 2
  expect(await attempt(firstCode(server, limited))).toEqual([200, null])
})

test('however long the wait, there are never more than ten', async () => {
  let now = Date.now()
  const server = await start({ now: () => now })
  now += 100 * SIX_MINUTES
  const mfaToken = await logIn(server, 'rate-limited@example.com')
  const statuses = []
  for (let failure = 1; failure <= 11; failure += 1)
    statuses.push((await redeem(server, mfaToken, wrongCode)).status)
  expect(statuses).toEqual([...Array(10).fill(403), 429])
})

test('a right code costs no attempt, and another account has its own', async () => {
  const now = Date.now()
  const server = await start({ now: () => now })
  let code = firstCode(server, email)
  for (let round = 0; round < 12; round += 1)
    code = String((await signIn(server, email, code)).body.recovery_code)
  const mfaToken = await logIn(server, email)
  for (let failure = 1; failure <= 11; failure += 1) await redeem(server, mfaToken, wrongCode)
  expect((await redeem(server, mfaToken, code)).status).toBe(429)
  const other = 'no-rotation@example.com'
  expect((await signIn(server, other, firstCode(server, other))).status).toBe(200)
})
