import type { Page } from 'playwright'
import { addAxe, axeFaults } from '../../e2e/support/axe.ts'
import { ChallengeView } from '../../e2e/support/challenge-view.ts'
import { expectSignedIn, signInOnce } from './sign-in.ts'

/** As long as a code, but not one. */
const wrongCode = 'WRNGCDEWRNGCDEWRNGCDEWRN'

/**
 * Goes through every kind of screen: the prompt, a refusal, a lost answer, the new code, a Continue pressed too early,
 * saved. Checks each, then signs in again with the new code.
 *
 * @throws Error if something doesn't appear on screen, fails axe, or doesn't fit a phone.
 */
export async function tryOwnMarkup(page: Page, recoveryCode: string): Promise<void> {
  const view = new ChallengeView(page)
  await addAxe(page)
  await view.button('Sign in').click()
  await view.code.waitFor()
  await assertScreen(page, 'the prompt')
  await view.giveCode(wrongCode)
  await view.text('That code was not accepted').waitFor()
  await assertScreen(page, 'refused')
  await page.route('**/oauth/token', (route) => route.abort(), { times: 1 })
  await view.giveCode(recoveryCode)
  await view.heading('We did not get an answer').waitFor()
  await assertScreen(page, 'a message')
  await view.button('Try the same code once more').click()
  await view.newCode.waitFor()
  await assertScreen(page, 'the new code')
  await assertPrint(page, view)
  const newCode = (await view.readNewCode()).replaceAll(/\W/g, '')
  await view.pressLocked('Continue')
  await view.text('Save the code first').waitFor()
  await assertScreen(page, 'too early')
  await view.button('Copy code').click()
  await view.text(/^Copied\./).waitFor()
  await assertScreen(page, 'copied')
  await view.confirmSaved()
  await expectSignedIn(page)
  await page.reload()
  await signInOnce(page, newCode)
}

/** With axe in both schemes, and at phone width. */
async function assertScreen(page: Page, name: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 720 }
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((dark) => {
      document.documentElement.classList.toggle('dark', dark)
    }, scheme === 'dark')
    const faults = await axeFaults(page)
    if (faults.length > 0) throw new Error(`${name}, ${scheme}:\n${faults.join('\n')}`)
    await page.setViewportSize({ width: 320, height: 640 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) throw new Error(`${name} is ${width} px wide on a screen of 320 px.`)
    await page.setViewportSize(wide)
  }
}

/** Only the code card is printed. */
async function assertPrint(page: Page, view: ChallengeView): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  const seen = [view.newCode, view.button('Copy code'), view.heading('Save your new recovery code')]
  const [code, ...others] = await Promise.all(seen.map((one) => one.isVisible()))
  if (!code || others.includes(true)) throw new Error(`In print: ${await page.innerText('body')}`)
  await page.emulateMedia({ media: null })
}
