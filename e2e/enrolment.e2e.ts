import { expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

const email = 'new-here@example.com'

it.each(transports)('the first code is saved at enrolment, and signs in: %s', async (transport) => {
  const login = await openLoginPage(transport)
  await login.givePassword(email)
  await login.button('Set it up').click()
  await expectShown(login.heading('Save your recovery code'))
  const first = await login.readNewCode()
  await login.pressLocked('Continue')
  await expectShown(login.text('Save the code first, then tick this box.'))
  await login.confirmSaved()

  await login.givePassword(email)
  await login.giveCode(first)
  await expectShown(login.heading('Save your new recovery code'))
  expect(await login.readNewCode()).not.toBe(first)
})
