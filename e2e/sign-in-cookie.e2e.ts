import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { expectShown } from './support/expect-shown.ts'
import { heapStrings } from './support/heap-strings.ts'
import { LoginPage, openLoginPage } from './support/login-page.ts'

const email = 'usual@example.com'

it('K56 the page gets a handle, and none of its answers, requests or strings has the mfa token', async (context) => {
  const login = await openLoginPage('handler')
  const { page } = login
  const bodies = collectBodies(page)
  await login.givePassword(email)
  await login.code.waitFor()
  const [cookie, ...others] = await signInCookies(page)
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, secure: false, sameSite: 'Strict', path: '/' })
  // Otherwise the search would find nothing because it searches for nothing.
  const mfaToken = login.tokenEndpoint.secrets['mfa_token'] ?? ''
  expect(mfaToken).toHaveLength(2000)
  const strings = await heapStrings(await page.context().newCDPSession(page))
  const handle = cookie?.name.replace('rrl-', '') ?? ''
  expect(strings.some((text) => text.includes(handle))).toBe(true)
  expect(strings.some((text) => text.includes(cookie?.value.slice(-16) ?? ''))).toBe(false)

  await login.giveCode(login.firstCode(email))
  await login.newCode.waitFor()
  await login.confirmSaved()
  await expectShown(login.text('You are signed in as'))
  expect(await signInCookies(page)).toEqual([])

  const seen = await Promise.all(bodies)
  expect(seen.join()).toContain(handle)
  expect([...seen, ...strings].filter((text) => text.includes(mfaToken.slice(0, 12)))).toEqual([])
  const requests = login.tokenEndpoint.recoveries.map(({ body }) => body).join()
  expect(requests).toContain(`mfa_token=${mfaToken}&`)
  proves(context, 'N4', `${seen.length} bodies, ${strings.length} strings on the heap, 0 hits`)
})

it('K56 two tabs are two sign-ins', async () => {
  const first = await openLoginPage('handler')
  const second = new LoginPage(await first.page.context().newPage(), first)
  await second.page.goto(first.page.url())
  const others = { [email]: first, 'no-rotation@example.com': second }
  for (const [account, tab] of Object.entries(others)) {
    await tab.givePassword(account)
    await tab.code.waitFor()
  }
  expect(await signInCookies(first.page)).toHaveLength(2)
  await second.giveCode(second.firstCode('no-rotation@example.com'))
  await expectShown(second.heading('You are signed in'))
  expect(await signInCookies(first.page)).toHaveLength(1)
  await first.giveCode(first.firstCode(email))
  await expectShown(first.heading('Save your new recovery code'))
  expect(await signInCookies(first.page)).toEqual([])
})

async function signInCookies(page: Page) {
  return (await page.context().cookies()).filter(({ name }) => name.includes('rrl-'))
}

/** The body of each request and each answer from now on, except for the page's files. */
function collectBodies(page: Page): Promise<string>[] {
  const bodies: Promise<string>[] = []
  page.on('request', (request) => bodies.push(Promise.resolve(request.postData() ?? '')))
  page.on('response', (response) => {
    if (response.request().resourceType() === 'fetch') bodies.push(response.text().catch(() => ''))
  })
  return bodies
}
