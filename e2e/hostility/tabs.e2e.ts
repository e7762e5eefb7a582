import { expect, it } from 'vitest'
import { ACCOUNT } from '../capture/open-capture.ts'
import { transports } from '../support/challenge-page.ts'
import { expectShown } from '../support/expect-shown.ts'
import { LoginPage, openLoginPage } from '../support/login-page.ts'

it.each(transports)(
  'J11 two tabs with one sign-in and one code: one gets the new code, the other is told: %s',
  async (to) => {
    const first = await openLoginPage(to)
    const { page, demo, tokenEndpoint } = first
    const passwords = /\/login\/password$|\/oauth\/token$/
    const answered = page.waitForResponse(passwords)
    await first.givePassword(ACCOUNT)
    const answer = await answered
    const body = await answer.text()

    const second = new LoginPage(await page.context().newPage(), { demo, tokenEndpoint })
    // The same sign-in: the second tab is handed what the first was.
    await second.page.route(
      passwords,
      (route) =>
        route.request().postData()?.includes('mfa-recovery-code')
          ? route.continue()
          : route.fulfill({
              status: answer.status(),
              contentType: 'application/json',
              headers: { 'access-control-allow-origin': '*' },
              body,
            }),
      { times: 1 },
    )
    await second.page.goto(page.url())
    await second.givePassword(ACCOUNT)

    const release = tokenEndpoint.hold()
    for (const tab of [first, second]) {
      await tab.page.bringToFront()
      await tab.giveCode(tab.firstCode(ACCOUNT))
      await expectShown(tab.button('Checking your code…'))
    }
    release()
    const told = await Promise.all(
      [first, second].map(async ({ page }) => {
        const heading = page.getByRole('heading', { name: /^(?:Save your new|This sign-in)/ })
        await heading.waitFor()
        return heading.textContent()
      }),
    )
    // The server took the sign-in’s token with the code, and says no more than that.
    expect(told.toSorted()).toEqual(['Save your new recovery code', 'This sign-in took too long'])
    expect(tokenEndpoint.recoveries).toHaveLength(2)
  },
)

it('J12 an answer that comes while the tab is frozen is there when it thaws', async () => {
  const login = await openLoginPage('handler')
  await login.givePassword(ACCOUNT)
  const release = login.tokenEndpoint.hold()
  await login.giveCode(login.firstCode(ACCOUNT))
  await expectShown(login.button('Checking your code…'))
  const devtools = await login.page.context().newCDPSession(login.page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  release()
  await expect.poll(() => login.tokenEndpoint.recoveries.length).toBe(1)
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await expectShown(login.heading('Save your new recovery code'))
  await login.confirmSaved()
  await expectShown(login.heading('Welcome back'))
  expect(login.tokenEndpoint.recoveries).toHaveLength(1)
})
