import { newPage } from './browser.ts'
import { ChallengePage, type Transport } from './challenge-page.ts'
import { startFresh } from './start-fresh.ts'

export interface OpenOptions {
  /** The OAuth server's clock, in epoch milliseconds. */
  readonly now?: () => number
  /** The public client. */
  readonly client?: string
}

/** The demo's login page. */
export class LoginPage extends ChallengePage {
  async givePassword(email: string, password = this.demo.auth.password): Promise<void> {
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.button('Sign in').click()
  }
}

/** Opens the login page of a demo that nobody has used yet. */
export async function openLoginPage(
  transport: Transport,
  { now, client }: OpenOptions = {},
): Promise<LoginPage> {
  const fresh = await startFresh('login', now)
  const page = await newPage()
  const query = new URLSearchParams({
    ...(transport === 'direct' && { transport }),
    ...(client !== undefined && { client }),
  })
  await page.goto(`${fresh.demo.url}/?${query}`)
  return new LoginPage(page, fresh)
}
