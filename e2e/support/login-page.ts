import { onTestFinished } from 'vitest'
import { newPage } from './browser.ts'
import { ChallengePage, type Transport } from './challenge-page.ts'
import { startLoginDemo } from './start.ts'

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
  const demo = await startLoginDemo(now)
  onTestFinished(demo.close)
  const page = await newPage()
  const query = new URLSearchParams({
    ...(transport === 'direct' && { transport }),
    ...(client !== undefined && { client }),
  })
  await page.goto(`${demo.url}/?${query}`)
  return new LoginPage(page, demo)
}
