import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, onTestFinished } from 'vitest'
import { chromiumArgs } from '../../scripts/chromium.ts'

let browser: Promise<Browser> | undefined

afterAll(async () => (await browser)?.close())

/** A page in a context of its own, until the test is over. The browser is the file's. */
export async function newPage(): Promise<Page> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...chromiumArgs],
  })
  const context = await (
    await browser
  ).newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  return context.newPage()
}
