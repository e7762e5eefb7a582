import { join } from 'node:path'
import { build } from 'esbuild'
import type { Locator, Page } from 'playwright'
import { newPage } from '../support/browser.ts'

/** Nothing is sent there; an endpoint is a path, and a path needs an origin. */
const address = 'http://localhost/'
let bundle: Promise<{ readonly script: string; readonly style: string }> | undefined

/** An empty page on which `show` puts one screen after another. */
export async function openScreens(): Promise<{
  readonly page: Page
  readonly show: (name: string) => Promise<Locator>
}> {
  bundle ??= bundlePage()
  const { script, style } = await bundle
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

async function bundlePage() {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.tsx')],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}
