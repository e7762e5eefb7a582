import assert from 'node:assert/strict'
import { WEB_CLIENT_SECRET } from 'auth-server'
import type { Page } from 'playwright'
import { signInOnce } from './sign-in.ts'

/** What a call of the SDK came to: what it gave, or what it threw and what `readMfaRequired` makes of that. */
interface Outcome {
  readonly value?: unknown
  readonly name?: string
  readonly message?: string
  readonly asked?: { readonly mfaToken: string; readonly challenge?: readonly string[] }
}

/**
 * Holds `docs/beside-an-auth0-sdk.md` against the real `@auth0/nextjs-auth0`: what each way makes of the sign-in, of the
 * SDK's session and of the new code.
 *
 * @throws Error for what is otherwise than the page says.
 */
export async function tryBesideSdk(page: Page, firstCode: string, auth: string): Promise<void> {
  const { origin } = new URL(page.url())
  const call = (name: string, given: object = {}) => askSdk(page, `${origin}/sdk/${name}`, given)
  const expectKnown = async (sub: string | undefined) =>
    assert.equal(memberOf(memberOf((await call('session')).value, 'user'), 'sub'), sub)

  // The way that loses no code.
  let code = await signInOnce(page, firstCode)
  await expectKnown(undefined)
  assert.equal((await call('update-session')).message, 'The user is not authenticated.')

  // The SDK's own error.
  const { name, asked } = await call('sign-in')
  assert.equal(name, 'MfaRequiredError')
  assert.deepEqual(asked?.challenge, ['otp', 'recovery-code'])
  await assertSealed(page, { auth, origin }, { mfaToken: asked?.mfaToken ?? '', code })

  // Its route makes a session, and hands the new code on.
  await page.goto(`${origin}/sdk`)
  code = await signInOnce(page, code)
  await expectKnown('usual@example.com')
  await page.context().clearCookies()
  await expectKnown(undefined)

  // A session that needs one more proof: from the helper for tests, which nothing of the SDK tells from its own.
  const { value } = await call('test-session')
  await page.context().addCookies([{ name: '__session', value: String(value), url: origin }])
  await expectKnown('usual@example.com')
  const stepUp = await call('access-token')
  assert.equal(stepUp.name, 'MfaRequiredError')
  const verified = await call('verify', { ...stepUp.asked, recoveryCode: code })
  assert.equal(memberOf(verified.value, 'success'), true)
  code = String(memberOf(verified.value, 'recovery_code'))
  assert.equal(typeof memberOf((await call('access-token')).value, 'token'), 'string')
  await page.context().clearCookies()

  // Its call on the server, without a session: the code is used, and the new one is gone.
  const lost = await call('verify', { ...(await call('sign-in')).asked, recoveryCode: code })
  assert.equal(lost.message, 'The user does not have an active session.')
  await expectKnown(undefined)
  const { handle } = await (await page.request.post(`${origin}/login/password`)).json()
  assert.equal(await refusalOf(page, origin, { mfaToken: handle, code }), 'invalid_grant')
}

interface Submission {
  readonly mfaToken: string
  readonly code: string
}

/** Neither the tenant nor this kit's handler takes it, and no code is used. */
async function assertSealed(
  page: Page,
  { auth, origin }: { readonly auth: string; readonly origin: string },
  submission: Submission,
): Promise<void> {
  const byTenant = await page.request.post(`${auth}/oauth/token`, {
    form: { ...formOf(submission), client_id: 'web', client_secret: WEB_CLIENT_SECRET },
  })
  assert.equal((await byTenant.json()).error, 'invalid_grant')
  assert.equal(await refusalOf(page, origin, submission), 'expired_token')
}

/** Why the handler says no. */
async function refusalOf(page: Page, origin: string, submission: Submission): Promise<unknown> {
  const answer = await page.request.post(`${origin}/login/recovery-code`, {
    form: formOf(submission),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  return (await answer.json()).error
}

function formOf({ mfaToken, code }: Submission): Record<string, string> {
  return {
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
    mfa_token: mfaToken,
    recovery_code: code,
  }
}

async function askSdk(page: Page, url: string, given: object): Promise<Outcome> {
  return (await page.request.post(url, { data: given })).json()
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}
