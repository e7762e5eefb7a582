import { newPage } from './browser.ts'
import { ChallengePage, type Transport } from './challenge-page.ts'
import { startFresh, type StartOptions } from './start-fresh.ts'

export interface OpenOptions extends StartOptions {
  /** The public client, for a page without its own server. */
  readonly client?: string
}

/** The demo's login page. */
export class LoginPage extends ChallengePage {
  async givePassword(email: string, password = this.demo.auth.password): Promise<void> {
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.button('Sign in').click()
  }

  /** The connection of the next answer to a recovery code breaks. */
  async loseNextAnswer(how: 'drop' | 'cut' | 'reset'): Promise<void> {
    await this.page.evaluate((body) => fetch('/demo/break', { method: 'POST', body }), how)
  }

  /** The password, then the account's first code. */
  async signIn(email: string): Promise<void> {
    await this.givePassword(email)
    await this.giveCode(this.firstCode(email))
  }
}

/** Opens the login page of a fresh demo. */
export async function openLoginPage(
  transport: Transport,
  { client, ...start }: OpenOptions = {},
): Promise<LoginPage> {
  const fresh = await startFresh('login', start)
  const page = await newPage()
  const query = new URLSearchParams({
    ...(transport === 'direct' && { transport }),
    ...(client !== undefined && { client }),
  })
  await page.goto(`${fresh.demo.url}/?${query}`)
  return new LoginPage(page, fresh)
}
