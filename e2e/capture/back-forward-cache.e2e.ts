import { chromium, type Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { proves } from '../../packages/react-recovery-login/test/faults/runs.ts'
import { chromiumArgs } from '../../scripts/chromium.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { LoginPage } from '../support/login-page.ts'
import { startFresh } from '../support/start-fresh.ts'
import { signInToCapture } from './open-capture.ts'
import { servePage } from './serve-page.ts'

/** Playwright switches the back/forward cache off. */
async function openLoginThatIsKept(): Promise<LoginPage> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...chromiumArgs],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  // Chromium may keep no page that was sent with `no-store`.
  const fresh = await startFresh('login', { withoutHeaders: ['cache-control'] })
  await page.goto(fresh.demo.url)
  return new LoginPage(page, fresh)
}

/** Away to another origin and back, as the browser kept the page. */
async function awayAndBack(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.accept())
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.body.dataset['kept'] = String(persisted)
    }),
  )
  await page.goto(await servePage('<title>Elsewhere</title>'))
  await page.goBack({ waitUntil: 'commit' })
  await page.locator('body[data-kept="true"]').waitFor()
}

it('J3 a page that comes back unsaved is masked, shows the code at a press, and sends nothing', async (test) => {
  const login = await openLoginThatIsKept()
  const code = await signInToCapture(login)
  await awayAndBack(login.page)
  expect(await login.page.content()).not.toContain(code)
  expect(await login.page.content()).not.toContain(code.slice(4, 8))
  await login.button('Show the code').click()
  expect(await login.readNewCode()).toBe(code)
  await login.confirmSaved()
  await expectShown(login.heading('Welcome back'))
  expect(login.tokenEndpoint.recoveries).toHaveLength(1)
  proves(test, ['N1', 'N4', 'N7'], '1 return: masked, 1 press to the code, 0 POSTs')
})

it('J4 a page that comes back once the code is confirmed holds it no more', async (test) => {
  const login = await openLoginThatIsKept()
  const code = await signInToCapture(login)
  await login.confirmSaved()
  await expectShown(login.heading('Welcome back'))
  await awayAndBack(login.page)
  await expectAbsent(login.newCode)
  expect(await login.page.content()).not.toContain(code.slice(4, 8))
  expect(login.tokenEndpoint.recoveries).toHaveLength(1)
  proves(test, 'N4', '1 return: 0 characters of the code')
})
