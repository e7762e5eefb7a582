import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startAuthServer } from '../src/auth-server.ts'
import {
  firstCode,
  logIn,
  PASSWORD,
  redeem,
  signIn,
  start,
  withMfaToken,
  type Answer,
} from './client.ts'

const email = 'usual@example.com'
const wrongCode = 'ZZZZZZZZZZZZZZZZZZZZZZZZ'

/** A path in a folder that doesn't exist yet. */
function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'auth-server-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'state', 'auth-server.json')
}

test('a code used before a restart stays spent, and its successor works', async () => {
  const path = stateFile()
  const before = await start({ stateFile: path })
  const code = firstCode(before, email)
  const next = String((await signIn(before, email, code)).body.recovery_code)
  await before.close()
  const after = await start({ stateFile: path })
  expect((await signIn(after, email, code)).body.error).toBe('invalid_grant')
  expect((await signIn(after, email, next)).status).toBe(200)
})

test('a sign-in continues after a restart', async () => {
  const path = stateFile()
  const before = await start({ stateFile: path })
  const mfaToken = await logIn(before, email)
  const spent = await logIn(before, 'no-rotation@example.com')
  const code = firstCode(before, 'no-rotation@example.com')
  expect((await redeem(before, spent, code)).status).toBe(200)
  await before.close()
  const after = await start({ stateFile: path })
  expect((await redeem(after, mfaToken, firstCode(after, email))).status).toBe(200)
  expect((await redeem(after, spent, code)).body.error).toBe('expired_token')
})

test('failures count across a restart, and enrolment is kept', async () => {
  const now = Date.now()
  const options = { stateFile: stateFile(), now: () => now }
  const before = await start(options)
  const mfaToken = await logIn(before, email)
  for (let failure = 1; failure <= 10; failure += 1) await redeem(before, mfaToken, wrongCode)
  const enrolling = await logIn(before, 'new-here@example.com')
  const { body } = await withMfaToken(before, '/mfa/associate', enrolling, {
    authenticator_types: ['otp'],
  })
  await before.close()
  const after = await start(options)
  expect((await redeem(after, mfaToken, wrongCode)).status).toBe(429)
  const [code] = (body as { recovery_codes: [string] }).recovery_codes
  expect((await signIn(after, 'new-here@example.com', code)).status).toBe(200)
})

test('without a file, a restart starts over', async () => {
  const before = await start()
  const code = firstCode(before, email)
  expect((await signIn(before, email, code)).status).toBe(200)
  const after = await start()
  expect((await signIn(after, email, code)).status).toBe(200)
})

test('the file has no secrets and only its owner can read it', async () => {
  const path = stateFile()
  const server = await start({ stateFile: path })
  const code = firstCode(server, email)
  const mfaToken = await logIn(server, email)
  const { body } = await redeem(server, mfaToken, code)
  const text = readFileSync(path, 'utf8')
  expect(body.recovery_code).toEqual(expect.any(String))
  for (const secret of [code, mfaToken, PASSWORD, body.recovery_code, body.access_token])
    expect(text).not.toContain(secret)
  expect(text).toContain(email)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a new code that can’t be stored is not returned, and the old one keeps working', async () => {
  const path = stateFile()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => logged.mockRestore())
  const server = await start({ stateFile: path })
  const code = firstCode(server, email)
  const [first, second] = [await logIn(server, email), await logIn(server, email)]
  const inTheWay = `${path}.new`
  mkdirSync(inTheWay)
  const answer: Answer = await redeem(server, first, code)
  expect(answer.status).toBe(500)
  expect(answer.body).not.toHaveProperty('recovery_code')
  rmSync(inTheWay, { recursive: true })
  expect((await redeem(server, second, code)).status).toBe(200)
  const printed = logged.mock.calls.flat().join('\n')
  expect(printed).toContain('EISDIR')
  for (const secret of [code, first]) expect(printed).not.toContain(secret)
})

test('a first code that can’t be stored is not returned either, and enrolment can be retried', async () => {
  const path = stateFile()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => logged.mockRestore())
  const server = await start({ stateFile: path })
  const mfaToken = await logIn(server, 'new-here@example.com')
  const enrol = () =>
    withMfaToken(server, '/mfa/associate', mfaToken, { authenticator_types: ['otp'] })
  mkdirSync(`${path}.new`)
  expect(await enrol()).toEqual({ status: 500, body: { error: 'server_error' } })
  rmSync(`${path}.new`, { recursive: true })
  expect(await enrol()).toMatchObject({ body: { recovery_codes: [expect.any(String)] } })
})

test.for([
  ['another program’s', '{"version":7}'],
  ['cut off', '{"version":1,"acc'],
  ['empty', ''],
  ['null', 'null'],
] as const)('a file that is %s is neither read nor overwritten', async ([, text]) => {
  const path = stateFile()
  mkdirSync(join(path, '..'))
  writeFileSync(path, text)
  await expect(startAuthServer({ stateFile: path })).rejects.toThrow('is not a state file')
  expect(readFileSync(path, 'utf8')).toBe(text)
})
