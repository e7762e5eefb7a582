import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { openLoginPage } from '../support/login-page.ts'
import { ACCOUNT } from './open-capture.ts'

const notice = '[data-rrl-part="notice"]'

/** Ways a host's page can hide the new code. */
const hidden = {
  'in a part that is not displayed': `${notice} { display: none !important }`,
  'in a part whose content is not rendered': `${notice} { content-visibility: hidden !important }`,
  // Such an element never has a size.
  'inline in a part that is not displayed': `
    ${notice} { display: none !important }
    [data-rrl-part='code-card'] { display: block !important }
    [data-rrl-part='code'] { display: inline !important }`,
}

it.for(Object.entries(hidden))(
  'the gate stays shut for a code %s, and opens once it is on screen',
  async ([where, css], test) => {
    const login = await openLoginPage('handler', { withoutHeaders: ['content-security-policy'] })
    const { page } = login
    const hiding = await page.addStyleTag({ content: css })
    await login.signIn(ACCOUNT)
    await page.getByRole('checkbox').check()
    await login.button('Continue').click()
    await expectShown(page.getByRole('alert'))
    await expectAbsent(login.heading('Welcome back'))
    await hiding.evaluate((style) => (style as Element).remove())
    expect(await login.readNewCode()).toMatch(/^[A-Z0-9]{24}$/)
    await login.button('Continue').click()
    await expectShown(login.heading('Welcome back'))
    proves(test, 'N7', `a code ${where}: 0 completions unseen (Chromium)`)
  },
)
