import type { Locator, Page } from 'playwright'

/** What a person does in the challenge, by the names they see. */
export class ChallengeView {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
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

  /** Through the clipboard, like a person. */
  async pasteCode(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.code.focus()
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  /** Presses a locked button: it is `aria-disabled`, so Playwright would wait for it to be enabled. */
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
}
