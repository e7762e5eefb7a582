import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { proves } from '../../packages/react-recovery-login/test/faults/runs.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

const nonce = 'r4nd0m'
const strict = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`
const trustedTypes = `require-trusted-types-for 'script'; trusted-types 'none'`

test.for([
  ['J6 a strict content security policy', strict],
  ['J7 Trusted Types', trustedTypes],
  ['J6 J7 both', `${strict}; ${trustedTypes}`],
] as const)('%s: the whole way without a violation', async ([, policy], context) => {
  const site = await startFaultSite('challenge.tsx', {
    nonce,
    headers: { 'content-security-policy': policy },
  })
  onTestFinished(site.close)
  const signIn = await openSignIn(site, { prepare: watchViolations })
  const { page } = signIn
  let steps = 0
  await walk(signIn, async () => (steps += 1), 'handler')
  expect(await violations(page)).toEqual([])

  // What the policy forbids is noticed.
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
