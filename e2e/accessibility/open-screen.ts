import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { newPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'

/** Nothing is sent there, but a relative endpoint needs an origin. */
const address = 'http://localhost/'

/**
 * An empty page on which `show` renders one screen after another.
 *
 * @param entry The page's script. Default: the kit's components.
 * @param css More styles.
 */
export async function openScreens(
  entry: string = join(import.meta.dirname, 'page.tsx'),
  css = '',
): Promise<{
  readonly page: Page
  readonly show: (name: string) => Promise<Locator>
}> {
  const { script, style } = await bundle(entry)
  const page = await newPage()
  const body = `<!doctype html><html lang="en"><title>A screen</title><meta name="viewport" content="width=device-width"><style>body{margin:0}${style}${css}</style><body><a id="start" href="#"></a><div id="root"></div><a id="end" href="#"></a></body></html>`
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
