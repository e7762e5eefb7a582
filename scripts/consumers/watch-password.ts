import type { Page, Response } from 'playwright'

/** The auth server's have 2,000 characters, and nothing else that it gives has a word so long. */
const MFA_TOKEN = /[\w-]{2000}/

/**
 * Keeps the answer to the password, from now on; of two, the last, since a reload takes the other away.
 *
 * @returns To be called at the end. It throws an Error if the answer has an mfa token, or if there is none.
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
