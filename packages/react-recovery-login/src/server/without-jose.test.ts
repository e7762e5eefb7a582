import { expect, it, vi } from 'vitest'
import { secrets } from './server.fixture.ts'
import { Browser, signInCookie } from './sign-in-cookie.fixture.ts'

vi.mock('jose', () => {
  throw new Error('Cannot find package')
})

it('K52 without jose the cookie says what to install, and reveals no token', async () => {
  const { signIn } = signInCookie()
  const browser = new Browser()
  const started = signIn.start({ mfaToken: secrets.mfaToken }, browser.request())
  const error: unknown = await started.catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'RecoveryCodeError', code: 'misused' })
  expect(String(error)).toMatch(/`jose` is not installed.*npm install jose/)
  browser.cookies.set('__Host-rrl-handle', 'sealed')
  await expect(signIn.resolveMfaToken('handle', browser.request())).rejects.toThrow(/npm install/)
})
