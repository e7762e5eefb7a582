import { expect, it, onTestFinished, vi } from 'vitest'
import { flakySockets, once } from '#test/fault-server/faults.ts'
import { proves, runs } from '#test/faults/runs.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: runs(600_000, 60_000) })

/**
 * Chromium resends a POST by itself if a reused connection breaks without an answer (RFC 9110 §9.2.2 allows it only for
 * a request known to be repeatable). No script notices, and the second answer is that of a spent code.
 */
it('A12 a kept-alive connection that breaks: one POST of ours for each submit', async (context) => {
  const tries = runs(200, 10)
  const site = await startFaultSite('challenge.tsx', { keepAlive: true })
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  let posts = 0
  let resent = 0
  for (let run = 0; run < tries; run += 1) {
    site.server.fault = once(flakySockets[run % flakySockets.length]!)
    await signIn.begin()
    await signIn.giveCode()
    const prompt = signIn.heading('Enter your recovery code')
    await prompt.waitFor({ state: 'detached' })
    const { recoveries, commits } = signIn.seen
    expect(signIn.posts).toBe(1)
    expect(commits).toBeLessThanOrEqual(1)
    posts += signIn.posts
    resent += recoveries - 1
    if (commits === 0) continue
    const shown = await signIn.page.locator('#root').innerText()
    expect(shown.includes(site.server.code) || saysThatItMayBeSpent(shown), shown).toBe(true)
  }
  proves(
    context,
    ['N1', 'N3'],
    `${tries} submits, ${posts} POSTs; Chromium resent ${resent} of them`,
  )
})

function saysThatItMayBeSpent(shown: string): boolean {
  return /may be used up|As far as we know, your recovery code was not used up/.test(shown)
}
