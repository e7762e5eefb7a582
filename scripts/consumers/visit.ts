import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'

export interface Visit {
  readonly url: string
  /** What a person does there. */
  readonly act: (page: Page) => Promise<void>
}

/** Bytes, compressed, of what a page has loaded. */
export interface Weight {
  readonly js: number
  readonly css: number
}

/**
 * Opens a page in its own browser.
 *
 * @throws Error for what `act` throws, with the screen's text and the refused requests, and for anything in the
 * console.
 */
export async function visit(browser: Browser, { url, act }: Visit): Promise<Weight> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  try {
    const page = await context.newPage()
    const complaints = collectComplaints(page)
    const weigh = weighFiles(page)
    await page.goto(url)
    await act(page).catch(async (error: unknown) => {
      const seen = [await page.innerText('body'), ...complaints].join('\n')
      throw new Error(`${String(error)}\nThe page says:\n${seen}`, { cause: error })
    })
    if (complaints.length > 0) throw new Error(`The console has:\n${complaints.join('\n')}`)
    return await weigh()
  } finally {
    await context.close()
  }
}

/**
 * The console, without Chromium's lines about refusals: those are reported with their URL. The password's is expected.
 */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    const own = message.text().startsWith('Failed to load resource')
    if (!own && /^(?:error|warning)$/.test(message.type())) complaints.push(message.text())
  })
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const wanted = response.status() < 400 || /\/(?:token|password)$/.test(pathname)
    if (!wanted) complaints.push(`${response.status()} ${pathname}`)
  })
  return complaints
}

function weighFiles(page: Page): () => Promise<Weight> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const counts = /^(?:script|stylesheet)$/.test(response.request().resourceType())
    // After the reload it may be a 304, without a body.
    if (!counts || !response.ok()) return
    const body = response.body()
    bodies.set(response.url(), body)
    // Awaited at the end, but a failing page is closed before.
    body.catch(() => {})
  })
  return async () => {
    const weight = { js: 0, css: 0 }
    for (const [url, body] of bodies)
      weight[new URL(url).pathname.endsWith('.css') ? 'css' : 'js'] += gzipSync(await body).length
    return weight
  }
}
