import { expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

const email = 'rate-limited@example.com'
const SIX_MINUTES = 360_000

it.each(transports)(
  'too many tries: waits as long as the server says, then goes on: %s',
  async (to) => {
    let passed = 0
    const login = await openLoginPage(to, { now: () => Date.now() + passed })
    await login.page.clock.install()
    await login.page.reload()
    await login.givePassword(email)
    const code = login.firstCode(email)
    await login.giveCode(code)

    await expectShown(login.text('Too many tries for now'))
    await expectShown(login.page.getByRole('timer').getByText(/^5:\d\d$/))
    await login.pressLocked('Continue')
    expect(await login.code.inputValue()).toBe(code)
    expect(login.tokenEndpoint.recoveries).toHaveLength(1)

    passed = SIX_MINUTES
    await login.page.clock.fastForward(SIX_MINUTES)
    await login.button('Continue').click()
    await expectShown(login.heading('Save your new recovery code'))
    expect(login.tokenEndpoint.recoveries).toHaveLength(2)
  },
)
