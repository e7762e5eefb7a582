import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { ACCOUNT, signInToCapture } from '../capture/open-capture.ts'
import { servePage } from '../capture/serve-page.ts'
import { newPage } from '../support/browser.ts'
import { expectShown } from '../support/expect-shown.ts'
import { openLoginPage } from '../support/login-page.ts'
import { startFresh } from '../support/start-fresh.ts'

it('J1 a page that is translated as it changes signs in, and the code stays untranslated', async (test) => {
  const login = await openLoginPage('handler')
  const { page } = login
  await login.givePassword(ACCOUNT)
  await login.code.waitFor()
  await page.evaluate(translateForEver)
  const field = page.getByRole('textbox')
  await field.fill(login.firstCode(ACCOUNT).slice(0, 20))
  await login.pressLocked('∼Continue')
  await expectShown(login.text('∼This code has 20 characters, not 24'))
  await field.fill(login.firstCode(ACCOUNT))
  await login.button('∼Continue').click()
  await expectShown(login.heading('∼Save your new recovery code'))
  const code = await login.readNewCode()
  expect(code).toMatch(/^[1-9A-HJ-NP-Z]{24}$/)
  await login.button('∼Copy code').click()
  await expectShown(login.button('∼Copied'))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  await page.getByRole('checkbox').check()
  await login.button('∼Continue').click()
  await expectShown(login.heading('∼Welcome back'))
  proves(test, 'N2', '1 sign-in, translated as it goes → 0 crashes (Chromium)')
})

/** Like page translators: wraps each new text in its own elements, unless it is marked as not translatable. */
function translateForEver(): void {
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      const kept = text.parentElement?.closest('font, [translate="no"], style, script')
      if (!kept && text.textContent?.trim()) texts.push(text)
    }
    for (const text of texts) {
      const inner = Object.assign(document.createElement('font'), {
        textContent: `∼${text.textContent}`,
      })
      const outer = document.createElement('font')
      outer.append(inner)
      text.parentNode?.replaceChild(outer, text)
    }
  }
  translate()
  new MutationObserver(translate).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  })
}

it('J8 with the header that SECURITY.md asks for, no other origin can frame the page', async (test) => {
  const { demo } = await startFresh('login', { withoutHeaders: ['content-security-policy'] })
  const page = await newPage()
  const header = /Send `(frame-ancestors [^`]*)`/.exec(
    readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8'),
  )?.[1]
  if (header === undefined) throw new Error('SECURITY.md names no header.')
  const framing = await servePage(`<iframe src="${demo.url}"></iframe>`)

  await page.goto(framing)
  await expectShown(page.frameLocator('iframe').getByRole('heading', { name: 'Sign in' }))

  await startFresh('login')
  const sent = await fetch(demo.url, { headers: { accept: 'text/html' } })
  expect(sent.headers.get('content-security-policy')?.split('; ')).toContain(header)
  const refused = page.waitForEvent('console', (message) =>
    message.text().includes('frame-ancestors'),
  )
  await page.goto(framing)
  await refused
  expect(await page.frameLocator('iframe').getByRole('heading').count()).toBe(0)
  proves(test, 'N4', '1 frame, refused by the browser')
})

it.for([
  ['execCommand', false],
  ['addEventListener', false],
  ['fetch', true],
  ['getSelection', true],
  ['querySelector', true],
] as const)(
  'J10 an element named %s takes nothing away but a way to copy, and that is said',
  async ([name, copies], test) => {
    const login = await openLoginPage('handler')
    const code = await signInToCapture(login)
    await login.page.evaluate((id) => {
      const image = Object.assign(document.createElement('img'), { id, name: id })
      document.body.append(image)
      navigator.clipboard.writeText = () => Promise.reject(new Error('No.'))
    }, name)
    await login.button('Copy code').click()
    await expectShown(copies ? login.button('Copied') : login.text('Your browser did not let us'))
    const clipboard = await login.page.evaluate(() => navigator.clipboard.readText())
    expect(clipboard === code).toBe(copies)
    expect(await login.readNewCode()).toBe(code)
    await login.confirmSaved()
    await expectShown(login.heading('Welcome back'))
    proves(test, 'N8', `an element named ${name} → 0 false claims (Chromium)`)
  },
)
