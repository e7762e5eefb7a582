import type { Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

it('G16 two panels of the react-query devtools, with everything in them expanded', async (context) => {
  const site = await startFaultSite('devtools.tsx')
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  let steps = 0
  let shown = ''
  await walk(signIn, async (step) => {
    const panels = await openEverything(signIn.page)
    expect(findSecrets(panels, site.server.secrets), step).toEqual([])
    shown += panels
    steps += 1
  })
  // All three attempts, or the search would prove nothing.
  for (const outcome of ['refused', 'unknown', 'verified'])
    expect(shown.split(`"${outcome}"`).length - 1, outcome).toBeGreaterThanOrEqual(2)
  proves(context, 'N4', `2 panels in ${steps} steps, 0 hits`)
})

/** The markup of both panels with each mutation selected and each of its members expanded. */
function openEverything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const seen: string[] = []
    for (const panel of document.querySelectorAll('#devtools, #panel')) {
      const all = (selector: string) => panel.querySelectorAll<HTMLElement>(selector)
      for (const tab of all('[title="Toggle Mutations View"]')) tab.click()
      await frame()
      for (const row of all('button[aria-label^="Mutation submitted"]')) {
        row.click()
        await frame()
        // Pressing the selected one again closes it.
        if (!panel.textContent.includes('Mutation Details')) row.click()
        for (let depth = 0; depth < 4; depth += 1) {
          await frame()
          for (const folded of all('button[aria-expanded="false"]')) folded.click()
        }
        await frame()
        seen.push(panel.innerHTML)
      }
      seen.push(panel.innerHTML)
    }
    return seen.join('\n')
  })
}
