import type { Page, Response } from 'playwright'

/** The auth server's have 2,000 characters, and nothing else it returns has a word that long. */
const MFA_TOKEN = /[\w-]{2000}/

/**
 * Keeps the password response, from now on; the latest one, since a reload makes earlier ones unreadable.
 *
 * @returns To be called at the end. Throws an Error if the response has an mfa token, or there was no response.
 */
export function watchPassword(page: Page): () => Promise<void> {
  let answer: Response | undefined
  page.on('response', (response) => {
    if (response.url().endsWith('/login/password')) answer = response
  })
  return async () => {
    if (MFA_TOKEN.test((await answer?.text()) ?? '')) throw new Error('The page got an mfa token.')
    if (answer === undefined) throw new Error('The page sent no password to its server.')
  }
}
