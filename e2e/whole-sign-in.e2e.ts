import { expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

const email = 'usual@example.com'

it.each(transports)('signs in, out, and in again with the new code: %s', async (transport) => {
  const login = await openLoginPage(transport)

  await login.givePassword(email, 'a wrong one')
  await expectShown(login.text('That email and password do not go together.'))
  await login.givePassword(email)

  const old = login.firstCode(email)
  await login.pasteCode(`${asWrittenDown(old)}\n`)
  await login.button('Continue').click()

  await expectShown(login.heading('Save your new recovery code'))
  const next = await login.readNewCode()
  expect(next).toMatch(/^[1-9A-HJ-NP-Z]{24}$/)
  expect(next).not.toBe(old)

  await login.confirmSaved()
  await expectShown(login.text(`You are signed in as ${email}.`))

  await login.button('Sign out').click()
  await login.givePassword(email)
  await login.giveCode(old)
  await expectShown(login.text('That code was not accepted'))
  await login.giveCode(next)
  await expectShown(login.heading('Save your new recovery code'))
})

/** Lower case, with spaces and dashes. */
function asWrittenDown(code: string): string {
  return code
    .toLowerCase()
    .replaceAll(/(.{4})(.{4})/g, '$1 $2-')
    .replace(/-$/, '')
}
