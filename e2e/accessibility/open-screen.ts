import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { newPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'

/** Nothing is sent there; an endpoint is a path, and a path needs an origin. */
const address = 'http://localhost/'

/** An empty page on which `show` puts one screen after another. */
export async function openScreens(): Promise<{
  readonly page: Page
  readonly show: (name: string) => Promise<Locator>
}> {
  const { script, style } = await bundle(join(import.meta.dirname, 'page.tsx'))
  const page = await newPage()
  const body = `<!doctype html><html lang="en"><title>A screen</title><meta name="viewport" content="width=device-width"><style>body{margin:0}${style}</style><body><a id="start" href="#"></a><div id="root"></div><a id="end" href="#"></a></body></html>`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(address)
  await page.addScriptTag({ content: script })
  const main = page.locator('main')
  return {
    page,
    async show(name) {
      await page.evaluate((one) => window.showScreen(one), name)
      return main
    },
  }
}
