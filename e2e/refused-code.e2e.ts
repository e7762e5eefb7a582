import { expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

const wrong = 'abcd-efgh-jkmn-pqrs-tuvw-xyz9'

it.each(transports)(
  'a wrong code is kept, in focus, with the reason tied to it: %s',
  async (to) => {
    const login = await openLoginPage(to)
    await login.givePassword('usual@example.com')
    await login.giveCode(wrong)

    await expectShown(login.text('That code was not accepted'))
    expect(await login.code.inputValue()).toBe(wrong)
    const field = await login.code.evaluate((input) => ({
      focused: input === document.activeElement,
      invalid: input.getAttribute('aria-invalid'),
      described: document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
    }))
    expect(field).toMatchObject({ focused: true, invalid: 'true' })
    expect(field.described).toContain('That code was not accepted')
  },
)
