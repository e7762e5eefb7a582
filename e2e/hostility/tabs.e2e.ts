import { expect, it } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { ACCOUNT, signInToCapture } from '../capture/open-capture.ts'
import { transports, type Transport } from '../support/challenge-page.ts'
import { expectShown } from '../support/expect-shown.ts'
import { LoginPage, openLoginPage } from '../support/login-page.ts'

const OTHER = 'no-rotation@example.com'

/** Two tabs at the same prompt: the second gets the first one's password response. */
async function openTwoTabs(transport: Transport): Promise<readonly [LoginPage, LoginPage]> {
  const first = await openLoginPage(transport)
  const { page } = first
  const passwords = /\/login\/password$|\/oauth\/token$/
  const answered = page.waitForResponse(passwords)
  await first.givePassword(ACCOUNT)
  const response = await answered
  const answer = {
    status: response.status(),
    contentType: 'application/json',
    headers: { 'access-control-allow-origin': '*' },
    body: await response.text(),
  }
  const second = new LoginPage(await page.context().newPage(), first)
  await second.page.route(passwords, (route) => route.fulfill(answer), { times: 1 })
  await second.page.goto(page.url())
  await second.givePassword(ACCOUNT)
  return [first, second]
}

it.for(transports)('J11 one sign-in and one code in two tabs: %s', async (transport, test) => {
  const tries = runs(20, 1)
  for (let run = 0; run < tries; run += 1) {
    const tabs = await openTwoTabs(transport)
    const [{ tokenEndpoint }] = tabs
    const release = tokenEndpoint.hold()
    for (const tab of tabs) {
      await tab.page.bringToFront()
      await tab.giveCode(tab.firstCode(ACCOUNT))
      await expectShown(tab.button('Checking your code…'))
    }
    release()
    const told = await Promise.all(
      tabs.map(async ({ page }) => {
        const heading = page.getByRole('heading', { name: /^(?:Save your new|This sign-in)/ })
        await heading.waitFor()
        return heading.textContent()
      }),
    )
    // The server spent the sign-in’s token with the code, and says only that.
    expect(told.toSorted()).toEqual(['Save your new recovery code', 'This sign-in took too long'])
    expect(tokenEndpoint.recoveries).toHaveLength(2)
  }
  proves(test, ['N2', 'N3'], `${tries} pairs → one code each, and one clear message`)
})

it('P12 two people in two tabs of one browser: each gets their own', async (test) => {
  const first = await openLoginPage('handler')
  // Both before the first has a session, which the tabs share.
  const second = new LoginPage(await first.page.context().newPage(), first)
  await second.page.goto(first.page.url())
  await second.givePassword(OTHER)
  await second.code.waitFor()
  await first.page.bringToFront()
  const code = await signInToCapture(first)
  await second.page.bringToFront()
  expect(await second.code.inputValue()).toBe('')
  await second.giveCode(second.firstCode(OTHER))
  await expectShown(second.heading('You are signed in'))
  const seen = await second.page.locator('[data-rrl-part="panel"]').innerHTML()
  for (const hers of [ACCOUNT, code, code.slice(0, 4)]) expect(seen).not.toContain(hers)
  await first.page.bringToFront()
  expect(await first.readNewCode()).toBe(code)
  await first.confirmSaved()
  await expectShown(first.heading('Welcome back'))
  proves(test, ['N4', 'N6'], '2 tabs → 1 code to its own person, 0 crossed')
})
