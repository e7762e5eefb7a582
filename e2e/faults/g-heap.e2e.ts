import { expect, it, onTestFinished, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { heapStrings } from '../support/heap-strings.ts'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

vi.setConfig({ testTimeout: 120_000 })

it('G11 the page’s heap, once the login is complete and the drop-in unmounted', async (context) => {
  const site = await startFaultSite('challenge.tsx')
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  const cdp = await signIn.page.context().newCDPSession(signIn.page)
  let whileShown: readonly string[] = []
  await walk(signIn, async (step) => {
    if (step === 'entered again') whileShown = await heapStrings(cdp)
  })
  // React keeps the previous tree, and the host's props in it, until the app renders again.
  await signIn.leave()
  const strings = await heapStrings(cdp)
  expect(findSecrets(whileShown.join('\n'), site.server.secrets)).not.toEqual([])
  expect(findSecrets(strings.join('\n'), site.server.secrets)).toEqual([])
  proves(context, 'N4', `${strings.length} strings on the heap of Chromium, 0 hits`)
})
