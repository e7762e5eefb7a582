import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { chromiumArgs } from '../../scripts/chromium.ts'
import { bundle } from '../support/bundle.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { LoginPage } from '../support/login-page.ts'
import { startFresh } from '../support/start-fresh.ts'
import { ACCOUNT, signInToCapture } from './open-capture.ts'
import { servePage } from './serve-page.ts'

/** Playwright disables the back/forward cache. */
async function newKeptPage(): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...chromiumArgs],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

async function openLoginThatIsKept(): Promise<LoginPage> {
  const page = await newKeptPage()
  // Chromium may not keep a page sent with `no-store`.
  const fresh = await startFresh('login', { withoutHeaders: ['cache-control'] })
  await page.goto(fresh.demo.url)
  return new LoginPage(page, fresh)
}

/** Goes to another origin and back to the page the browser kept. */
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

it('J3 a page that comes back unsaved is masked, shows the code on a press, and sends nothing', async (test) => {
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

it('J4 a page that comes back once the code is confirmed no longer has it', async (test) => {
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

it('J13 nothing typed into the prompt comes back: not an unsent code, not a refused one', async (test) => {
  const login = await openLoginThatIsKept()
  await login.givePassword(ACCOUNT)
  await login.code.fill('H4TZ8MPW6RKC')
  await awayAndBack(login.page)
  expect(await login.code.inputValue()).toBe('')
  await expectAbsent(login.text('12 of 24'))
  await login.giveCode('H4TZ8MPW6RKC2VXN9JQB7SGD')
  await expectShown(login.text('That code was not accepted'))
  expect(await login.code.inputValue()).not.toBe('')
  await awayAndBack(login.page)
  expect(await login.code.inputValue()).toBe('')
  proves(test, 'N4', '2 returns → 0 characters typed')
})

it('J13 a retyped new code does not come back', async (test) => {
  const { script, style } = await bundle(join(import.meta.dirname, 'retype-page.tsx'))
  const page = await newKeptPage()
  await page.goto(await servePage('<title>A page</title><div id="root"></div>'))
  await page.addStyleTag({ content: style })
  await page.addScriptTag({ content: script })
  const field = page.getByRole('textbox')
  await field.fill('W9QJ3NBX7VGT5KZR2MCH8DPF')
  await expectShown(page.getByText('It matches. Your copy is good.', { exact: true }))
  await awayAndBack(page)
  expect(await field.inputValue()).toBe('')
  expect(await page.locator('#root').innerHTML()).not.toContain('W9QJ')
  // What was retyped is gone, and so is the confirmation.
  await page.getByRole('button', { name: 'Continue' }).click({ force: true })
  await expectShown(page.getByText('Enter the new code to show that your copy is good.'))
  proves(test, 'N4', '1 return → 0 characters given back')
})
