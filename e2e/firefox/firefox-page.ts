import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core'
import { afterAll, inject, onTestFinished } from 'vitest'
import { ACCOUNT } from '../capture/open-capture.ts'
import { startFresh, type StartOptions } from '../support/start-fresh.ts'

let browser: Promise<Browser> | undefined

afterAll(async () => (await browser)?.close())

/** What a person does in Firefox, by the names they see. One browser per file. */
export class FirefoxPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The smallest element with this text. */
  async shows(text: string): Promise<ElementHandle> {
    const found = await this.page.waitForSelector(`::-p-text(${text})`, { timeout: 10_000 })
    if (found === null) throw new Error(`There is no ${text}.`)
    return found
  }

  async press(button: string): Promise<void> {
    await (await this.shows(button)).click()
  }

  async part(name: string): Promise<ElementHandle> {
    const found = await this.page.waitForSelector(`[data-rrl-part="${name}"]`, { timeout: 10_000 })
    if (found === null) throw new Error(`There is no ${name}.`)
    return found
  }

  async textOf(part: string): Promise<string> {
    return (await this.part(part)).evaluate((element) => element.textContent ?? '')
  }

  async chord(key: 'a' | 'c' | 'v'): Promise<void> {
    await this.page.keyboard.down('Control')
    await this.page.keyboard.press(key)
    await this.page.keyboard.up('Control')
  }

  /** The clipboard's content, by pasting it: Firefox doesn't let a page read it without asking. */
  async clipboard(): Promise<string> {
    await this.page.evaluate(() => {
      const field = Object.assign(document.createElement('textarea'), { id: 'pasted' })
      document.body.append(field)
      field.focus()
    })
    await this.chord('v')
    return this.page.$eval('#pasted', (field) => {
      const { value } = field as HTMLTextAreaElement
      field.remove()
      return value
    })
  }

  /** The focused element's name. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement } = document
      const [label] = activeElement instanceof HTMLInputElement ? (activeElement.labels ?? []) : []
      return (label ?? activeElement)?.textContent ?? ''
    })
  }
}

export interface FirefoxSignIn {
  readonly on: FirefoxPage
  /** The account's first code. */
  readonly code: string
}

/** A new page for the test. */
export async function newFirefoxPage(): Promise<Page> {
  browser ??= puppeteer.launch({ browser: 'firefox', executablePath: inject('firefoxPath') })
  const context = await (await browser).createBrowserContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

/** The demo's login page at the prompt. */
export async function openPrompt(options: StartOptions = {}): Promise<FirefoxSignIn> {
  const { demo } = await startFresh('login', options)
  const on = new FirefoxPage(await newFirefoxPage())
  await on.page.goto(demo.url)
  await on.shows('Sign in')
  await on.page.type('[name="email"], [type="email"]', ACCOUNT)
  await on.page.type('[type="password"]', demo.auth.password)
  await on.page.keyboard.press('Enter')
  await on.part('input')
  const account = demo.auth.accounts.find(({ email }) => email === ACCOUNT)
  return { on, code: account?.recoveryCode ?? '' }
}

/** An unsaved new code. */
export async function openCapture(): Promise<FirefoxSignIn> {
  const { on, code } = await openPrompt()
  await on.page.type('[data-rrl-part="input"]', code)
  await on.page.keyboard.press('Enter')
  await on.shows('Save your new recovery code')
  return { on, code: await on.textOf('code') }
}
