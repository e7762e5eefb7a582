import { newPage } from './browser.ts'
import { ChallengePage, type Transport } from './challenge-page.ts'
import { startFresh } from './start-fresh.ts'

/** The account that every host page signs in. */
export const HOST_ACCOUNT = 'usual@example.com'

/** Opens one of `e2e/pages/hosts`, each an app with its own habits, at the prompt. */
export async function openHostPage(host: string, transport: Transport): Promise<ChallengePage> {
  const fresh = await startFresh('hosts')
  const page = await newPage()
  await page.goto(`${fresh.demo.url}/${host}?transport=${transport}`)
  const challenge = new ChallengePage(page, fresh)
  await challenge.code.waitFor()
  return challenge
}
