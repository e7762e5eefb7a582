import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startAuthServer } from 'auth-server'
import type { Route } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { ChallengeView } from '../support/challenge-view.ts'
import { expectShown } from '../support/expect-shown.ts'

const ACCOUNT = 'usual@example.com'

/** Like a tenant with token exchange: the demo's server has none, so the password grant answers instead. */
function exchangeByPassword(route: Route): Promise<void> {
  const form = new URLSearchParams(route.request().postData() ?? '')
  if (!form.has('subject_token')) return route.continue()
  const password = new URLSearchParams({
    grant_type: 'password',
    client_id: form.get('client_id') ?? '',
    scope: form.get('scope') ?? '',
    username: form.get('subject_token') ?? '',
    password: 'demo-password',
  })
  return route.continue({ postData: String(password) })
}

/** The page at the prompt, after the SDK's real `MfaRequiredError`. */
async function openAtPrompt(): Promise<{ challenge: ChallengeView; code: string }> {
  const auth = await startAuthServer()
  onTestFinished(() => auth.close())
  const { script } = await bundle(join(import.meta.dirname, 'page.tsx'))
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><main></main><script src="/page.js"></script>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  auth.allowOrigin(origin)

  const page = await newPage()
  await page.route(`${auth.url}/oauth/token`, exchangeByPassword)
  const code = auth.accounts.find(({ email }) => email === ACCOUNT)?.recoveryCode ?? ''
  await page.goto(`${origin}/?${new URLSearchParams({ domain: auth.url, code })}`)
  const challenge = new ChallengeView(page)
  await expectShown(challenge.text('The SDK knows nobody.'))
  await challenge.button('Sign in').click()
  await challenge.code.waitFor()
  return { challenge, code }
}

test('Q25 with auth0-react, the page has the tokens, and the SDK has no session', async (context) => {
  const { challenge, code } = await openAtPrompt()
  await challenge.giveCode(code)
  await expectShown(challenge.heading('Save your new recovery code'))
  expect(await challenge.readNewCode()).not.toBe('')
  await challenge.confirmSaved()
  await expectShown(challenge.text('The page has tokens for: openid profile email.'))
  await expectShown(challenge.text('The SDK knows nobody.'))
  proves(context, 'N6', 'a sign-in that the real SDK began')
})

test('Q25 its own mfa.verify creates an SDK session, and returns the new code', async () => {
  const { challenge } = await openAtPrompt()
  await challenge.button('By the SDK').click()
  await expectShown(challenge.text('The SDK hands the new code on.'))
  await expectShown(challenge.text(/^The SDK knows (?!nobody)/))
})
