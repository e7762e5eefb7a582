import type { Demo } from 'login-demo/serve'
import type { Locator, Page } from 'playwright'
import type { FreshDemo } from './start-fresh.ts'
import type { TokenEndpoint } from './token-endpoint.ts'

export const transports = ['handler', 'direct'] as const
export type Transport = (typeof transports)[number]

/** What a person does in the challenge, under the names that they see. */
export class ChallengePage {
  readonly page: Page
  readonly demo: Demo
  readonly tokenEndpoint: TokenEndpoint

  constructor(page: Page, { demo, tokenEndpoint }: FreshDemo) {
    this.page = page
    this.demo = demo
    this.tokenEndpoint = tokenEndpoint
  }

  get code(): Locator {
    return this.page.getByRole('textbox', { name: 'Recovery code', exact: true })
  }

  get newCode(): Locator {
    return this.page.getByRole('group', { name: /^New recovery code/ })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text)
  }

  async giveCode(code: string): Promise<void> {
    await this.code.fill(code)
    await this.button('Continue').click()
  }

  /** Through the clipboard, as a person does. */
  async pasteCode(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.code.focus()
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  /** A locked button is `aria-disabled` and can still be pressed, which Playwright would wait for. */
  async pressLocked(name: string): Promise<void> {
    await this.button(name).click({ force: true })
  }

  async readNewCode(): Promise<string> {
    return (await this.newCode.textContent()) ?? ''
  }

  async confirmSaved(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^I have saved the/ }).check()
    await this.button('Continue').click()
  }

  /** The code that an account starts with. */
  firstCode(email: string): string {
    const account = this.demo.auth.accounts.find((one) => one.email === email)
    if (account?.recoveryCode === undefined) throw new Error(`${email} has no recovery code.`)
    return account.recoveryCode
  }
}
