import { join } from 'node:path'
import type { Page } from 'playwright'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import { newPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'

const pictures = join(import.meta.dirname, '../../screenshots/host-styles')
/** Nothing is sent there, but a relative endpoint needs an origin. */
const address = 'http://localhost/'
const frame = `
  body { margin: 0; background: #eceef2 }
  #root { display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px; padding: 24px; align-items: start }`

/** A host's page with every kit screen, under the host's stylesheet. */
export async function openHost(
  css: string,
  classNames?: RecoveryCodeChallengeProps['classNames'],
): Promise<Page> {
  const { script } = await bundle(join(import.meta.dirname, 'page.tsx'))
  const page = await newPage()
  const body = `<!doctype html><html lang="en"><style>${css}</style><style>${frame}</style><body><div id="root"></div></body></html>`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.setViewportSize({ width: 1500, height: 900 })
  await page.goto(address)
  await page.addScriptTag({ content: script })
  await page.evaluate((given) => window.showScreens(given), classNames)
  await page.locator('main').last().waitFor()
  return page
}

/** For people to look at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}
