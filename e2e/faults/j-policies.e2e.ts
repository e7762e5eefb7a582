import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

const nonce = 'r4nd0m'
const strict = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`
const trustedTypes = `require-trusted-types-for 'script'; trusted-types 'none'`

const policies = [
  ['J6 a strict content security policy', strict],
  ['J7 Trusted Types', trustedTypes],
  ['J6 J7 both', `${strict}; ${trustedTypes}`],
] as const

test.for(policies)('%s: a whole sign-in without a violation', async ([, policy], context) => {
  const signIn = await openUnder(policy)
  const { page } = signIn
  let steps = 0
  await walk(signIn, async () => (steps += 1), 'handler')
  expect(await violations(page)).toEqual([])

  // Policy violations are noticed.
  await page.evaluate(() => {
    try {
      document.body.innerHTML = '<p style="color: red">'
    } catch {
      // Trusted Types throw.
    }
  })
  await expect.poll(() => violations(page)).not.toEqual([])
  proves(context, 'N9', `${steps} steps, 0 violations`)
})

/** The complaint in `docs/peers.md`, tested with each way to save and each way to retype the code. */
test.for(policies)(
  '%s: complaint: a content security policy blocks the download, and the code is out of reach',
  async ([, policy], context) => {
    const signIn = await openUnder(policy)
    const { page, site } = signIn
    await page.evaluate(standInForThePlatform)
    await signIn.begin({ through: 'handler', confirmBy: 'retype' })
    await signIn.giveCode()
    await signIn.heading('Save your new recovery code').waitFor()

    const downloading = page.waitForEvent('download')
    await signIn.button('Download').click()
    const file = await (await downloading).path()
    expect(await readFile(file, 'utf8')).toContain(`\n${site.server.code}\n`)
    await signIn.button('Yes, it is there').click()
    await signIn.button('Downloaded').waitFor()

    // The clipboard refuses and the older command works; then that refuses too.
    await signIn.button('Copy code').click()
    await signIn.button('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(site.server.code)
    await page.evaluate(() => void (document.execCommand = () => false))
    await signIn.button('Copied').click()
    await page.getByText('Your browser did not let us copy').waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(site.server.code)

    await signIn.button('Print').click()
    await signIn.button('Yes, it is there').click()
    await signIn.button('Printed').waitFor()
    await signIn.button('Share').click()
    await signIn.button('Shared').waitFor()

    await page.getByLabel('Check the saved file').setInputFiles(file)
    await page.locator('[data-rrl-state="match"]').waitFor()
    await signIn.button('Continue').click()
    await signIn.heading('You are signed in').waitFor()
    expect(await violations(page)).toEqual([])
    proves(context, 'N9', '4 ways to save and the saved file, 0 violations')
  },
)

/** The clipboard refuses, and there is a share sheet, which Chromium on Linux lacks. */
function standInForThePlatform(): void {
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  navigator.share = () => Promise.resolve()
}

async function openUnder(policy: string): Promise<SignIn> {
  const site = await startFaultSite('challenge.tsx', {
    nonce,
    headers: { 'content-security-policy': policy },
  })
  onTestFinished(site.close)
  return openSignIn(site, { prepare: watchViolations })
}

async function watchViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, 'violations'))
}
