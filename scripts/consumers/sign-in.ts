import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { ChallengeView } from '../../e2e/support/challenge-view.ts'
import { assertLook } from './assert-look.ts'

export interface SignIn {
  /** The page's address. */
  readonly url: string
  readonly recoveryCode: string
  /** The kit's stylesheet, as it is packed. */
  readonly styles: string
}

/** Bytes, compressed, of what the page has loaded. */
export interface Weight {
  readonly js: number
  readonly css: number
}

/**
 * Signs in with a recovery code as a person does, and once more with the new one: it is the one that the server keeps.
 *
 * @throws Error for what is not on screen, what looks otherwise than by the stylesheet alone, and anything in the console.
 */
export async function signIn(browser: Browser, { url, ...kit }: SignIn): Promise<Weight> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  try {
    const page = await context.newPage()
    const complaints = collectComplaints(page)
    const weigh = weighFiles(page)
    const newCode = await signInOnce(page, url, kit)
    const weight = await weigh()
    await signInOnce(page, url, { ...kit, recoveryCode: newCode })
    if (complaints.length > 0) throw new Error(`The console says\n${complaints.join('\n')}`)
    return weight
  } finally {
    await context.close()
  }
}

async function signInOnce(
  page: Page,
  url: string,
  { recoveryCode, styles }: Omit<SignIn, 'url'>,
): Promise<string> {
  const view = new ChallengeView(page)
  await page.goto(url)
  await view.button('Sign in').click()
  await view.code.waitFor()
  await assertLook(page, styles)
  await view.giveCode(recoveryCode)
  await view.newCode.waitFor()
  await assertLook(page, styles)
  const newCode = (await view.readNewCode()).replaceAll(/\W/g, '')
  await view.button('Copy code').click()
  await view.text('Copied').first().waitFor()
  await view.confirmSaved()
  await view.text('Signed in as usual@example.com').waitFor()
  return newCode
}

/** A status that is no success is written to the console by Chromium, and the password's 403 is one. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    const text = message.text()
    if (!/^(?:error|warning)$/.test(message.type()) || /status of 40[13]/.test(text)) return
    complaints.push(text)
  })
  return complaints
}

function weighFiles(page: Page): () => Promise<Weight> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind === 'script' || kind === 'stylesheet') bodies.set(response.url(), response.body())
  })
  return async () => {
    const weight = { js: 0, css: 0 }
    for (const [url, body] of bodies)
      weight[new URL(url).pathname.endsWith('.css') ? 'css' : 'js'] += gzipSync(await body).length
    return weight
  }
}
