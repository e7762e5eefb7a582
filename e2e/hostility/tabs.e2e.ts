import { expect, it } from 'vitest'
import { proves, runs } from '../../packages/react-recovery-login/test/faults/runs.ts'
import { ACCOUNT } from '../capture/open-capture.ts'
import { transports, type Transport } from '../support/challenge-page.ts'
import { expectShown } from '../support/expect-shown.ts'
import { LoginPage, openLoginPage } from '../support/login-page.ts'

/** Two tabs at one prompt: the second is handed the answer to the password that the first got. */
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
    // The server took the sign-in’s token with the code, and says no more than that.
    expect(told.toSorted()).toEqual(['Save your new recovery code', 'This sign-in took too long'])
    expect(tokenEndpoint.recoveries).toHaveLength(2)
  }
  proves(test, ['N2', 'N3'], `${tries} pairs → one code each, and one clear message`)
})
