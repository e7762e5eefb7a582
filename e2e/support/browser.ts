import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, onTestFinished } from 'vitest'
import { chromiumArgs } from '../../scripts/chromium.ts'

let browser: Promise<Browser> | undefined

afterAll(async () => (await browser)?.close())

/** A page in its own context, until the file is over. One browser per file. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...chromiumArgs],
  })
  const context = await (
    await browser
  ).newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** The same, until the test is over. */
export async function newPage(options?: BrowserContextOptions): Promise<Page> {
  const page = await openPage(options)
  onTestFinished(() => page.context().close())
  return page
}
