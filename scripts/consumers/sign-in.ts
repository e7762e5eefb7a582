import type { Page } from 'playwright'
import { ChallengeView } from '../../e2e/support/challenge-view.ts'
import { assertLook } from './assert-look.ts'

/**
 * Signs in with a recovery code like a person, and after a reload with the new one, to prove that the server stored it.
 *
 * @param styles The kit's stylesheet, as packed.
 * @throws Error if something doesn't appear on screen, or doesn't look as in that stylesheet.
 */
export async function signIn(page: Page, recoveryCode: string, styles: string): Promise<void> {
  const newCode = await signInOnce(page, recoveryCode, () => assertLook(page, styles))
  await page.reload()
  await signInOnce(page, newCode)
}

/** Waits for the page to say it. */
export async function expectSignedIn(page: Page): Promise<void> {
  await page.getByText('Signed in as usual@example.com').waitFor()
}

/**
 * Signs in once and saves the new code.
 *
 * @param look Called while the prompt is on screen, and the new code.
 * @returns The new code.
 */
export async function signInOnce(
  page: Page,
  recoveryCode: string,
  look?: () => Promise<void>,
): Promise<string> {
  const view = new ChallengeView(page)
  await view.button('Sign in').click()
  await view.code.waitFor()
  await look?.()
  await view.giveCode(recoveryCode)
  await view.newCode.waitFor()
  await look?.()
  const newCode = (await view.readNewCode()).replaceAll(/\W/g, '')
  await view.button('Copy code').click()
  await view
    .text(/^Copied/)
    .first()
    .waitFor()
  await view.confirmSaved()
  await expectSignedIn(page)
  return newCode
}
