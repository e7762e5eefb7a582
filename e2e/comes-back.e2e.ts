import { expect, it, onTestFinished, test } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { countPosts } from './support/count-posts.ts'
import { expectShown } from './support/expect-shown.ts'
import { newPage } from './support/browser.ts'
import { LoginPage, openLoginPage } from './support/login-page.ts'
import { serveSite } from './support/serve-site.ts'
import { TokenEndpoint } from './support/token-endpoint.ts'

const EMAIL = 'usual@example.com'
/** Milliseconds in which a lost answer has to be back. */
const timeout = 15_000

/** At the prompt of a demo whose server holds answers. */
async function atThePrompt(): Promise<LoginPage> {
  const login = await openLoginPage('handler', { held: true })
  await login.givePassword(EMAIL)
  await login.code.waitFor()
  return login
}

/** The new code is the server's, one code was exchanged, and the page ends signed in. */
async function expectSignedIn(login: LoginPage): Promise<void> {
  await login.newCode.waitFor({ timeout })
  expect(await login.readNewCode()).toBe(login.tokenEndpoint.secrets['recovery_code'])
  expect(login.tokenEndpoint.recoveries).toHaveLength(1)
  await login.heading('Save your new recovery code').waitFor({ timeout })
  await login.confirmSaved()
  await expectShown(login.heading('Welcome back'))
}

test.for([
  ['drop', 'before its first byte'],
  ['cut', 'within its body'],
  ['reset', 'by a kept-alive connection that Chromium sends again on'],
] as const)('R11 in Chromium, an answer is lost %s: %s', async ([how], context) => {
  const tries = runs(20, 1)
  for (let run = 0; run < tries; run += 1) {
    const login = await atThePrompt()
    await login.loseNextAnswer(how)
    await login.giveCode(login.firstCode(EMAIL))
    await expectSignedIn(login)
    const left = await login.page.context().cookies()
    expect(left.map(({ name }) => name.replace(/-.*/, ''))).toEqual(['session'])
    await login.page.close()
  }
  proves(context, ['N1', 'N2'], `${tries} × back within 15 s, with a session, 1 exchange`)
})

it('R12 a reload with the unsaved code on screen: the same code shows it again', async (context) => {
  const login = await atThePrompt()
  await login.giveCode(login.firstCode(EMAIL))
  await login.newCode.waitFor()
  const asked = login.page.waitForEvent('dialog')
  const reloaded = login.page.reload()
  await (await asked).accept()
  await reloaded

  await expectShown(login.heading('The page closed before you saved the code'))
  await expectShown(login.text(/Until about .+, the code that you used before shows the same new/))
  await login.button('Enter the same code').click()
  await login.giveCode(login.firstCode(EMAIL))
  await expectSignedIn(login)
  proves(context, 'N2', 'the same new code after a reload, 1 exchange')
})

it('R12 a tab that is killed before the answer, and opened again', async () => {
  const login = await atThePrompt()
  const posts = countPosts(login.page)
  const release = login.tokenEndpoint.hold()
  await login.giveCode(login.firstCode(EMAIL))
  await expect.poll(() => posts.count).toBe(1)
  await login.button('Checking your code…').waitFor()
  await login.page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)
  })
  await login.page.reload()
  release()
  await login.giveCode(login.firstCode(EMAIL))
  await expectSignedIn(login)
})

it('R12 a new password is another sign-in: the spent code is refused', async () => {
  const login = await atThePrompt()
  const code = login.firstCode(EMAIL)
  await login.loseNextAnswer('drop')
  await login.giveCode(code)
  await expectSignedIn(login)
  await login.button('Sign out').click()
  await expectShown(login.heading('Sign in'))
  await login.givePassword(EMAIL)
  await login.giveCode(code)
  await expectShown(login.text('That code was not accepted'))
})

it('R14 three processes on a Redis: an answer lost by one is found through another', async (context) => {
  const tokenEndpoint = new TokenEndpoint()
  const demo = await serveSite('login', {
    fleet: true,
    auth: { intercept: tokenEndpoint.intercept },
  })
  onTestFinished(demo.close)
  const page = await newPage()
  await page.goto(demo.url)
  const login = new LoginPage(page, { demo, tokenEndpoint })
  for (const how of ['drop', 'cut'] as const) {
    await login.givePassword(EMAIL)
    await login.code.waitFor()
    await login.loseNextAnswer(how)
    await login.giveCode(tokenEndpoint.secrets['recovery_code'] ?? login.firstCode(EMAIL))
    await login.newCode.waitFor({ timeout })
    await login.heading('Save your new recovery code').waitFor({ timeout })
    await login.confirmSaved()
    await expectShown(login.heading('Welcome back'))
    await login.button('Sign out').click()
  }
  expect(tokenEndpoint.recoveries).toHaveLength(2)
  proves(context, ['N1', 'N2'], '2 answers lost, found through another process')
})
