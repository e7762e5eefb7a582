import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

it.for(transports)(
  'H19 J5 a reload before the code is saved asks first, sends nothing after, and is honest: %s',
  async (to, test) => {
    const login = await openLoginPage(to)
    await login.signIn('usual@example.com')
    await login.newCode.waitFor()

    const asked = login.page.waitForEvent('dialog')
    const reloaded = login.page.reload()
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await reloaded

    await expectShown(login.heading('The page closed before you saved the code'))
    expect(login.tokenEndpoint.recoveries).toHaveLength(1)
    // The session cookie came with the answer; the tokens of a public client waited for the save, and are gone.
    const [way, home] = to === 'handler' ? ['Continue', 'Welcome back'] : ['Start again', 'Sign in']
    await login.button(way).click()
    await expectShown(login.heading(home))
    await login.page.reload()
    await expectShown(login.heading(home))
    proves(test, ['N1', 'N3', 'N7'], `1 reload: asked first, 0 POSTs after, fixed: once (${to})`)
  },
)

it.each(transports)('once the code is saved, a reload asks nothing: %s', async (transport) => {
  const login = await openLoginPage(transport)
  await login.signIn('usual@example.com')
  await login.confirmSaved()
  await expectShown(login.heading('Welcome back'))
  await login.page.reload()
  // With its own server the page has a session; a public client keeps its tokens only in memory.
  await expectShown(login.heading(transport === 'handler' ? 'Welcome back' : 'Sign in'))
})
