import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultCases } from '#test/fault-server/fault-cases.ts'
import { proves, runs } from '#test/faults/runs.ts'
import { openPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'

let site: FaultSite
let signIn: SignIn
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
  signIn = await openSignIn(site, { page: openPage })
})
afterAll(() => site.close())

const headings = {
  unknown: 'We did not get an answer',
  rescued: 'Save this code, then start again',
  'new-code': 'Save your new recovery code',
}

const ways = faultCases.flatMap((one) => [
  { ...one, through: 'direct' as const, to: 'straight to the OAuth server' },
  // CORS doesn't apply between two servers.
  ...(one.inBrowser ? [] : [{ ...one, through: 'handler' as const, to: 'behind the handler' }]),
])

let sent = 0

test.for(ways)('$name, $to: in Chromium', async ({ fault, ends, spent, through }, context) => {
  const tries = runs(10, 1)
  site.server.fault = fault
  for (let run = 0; run < tries; run += 1) {
    // Nothing arrived after the last one's screen.
    const [all, expected] = [site.server.recoveries.length, sent]
    sent = all + 1
    expect(all).toBe(expected)
    await signIn.begin({ through })
    await signIn.giveCode()
    await signIn.heading(headings[ends]).waitFor()
    expect(await signIn.page.getByRole('heading').allTextContents()).toEqual([headings[ends]])
    expect(await signIn.newCode.allTextContents()).toEqual(
      ends === 'unknown' ? [] : [site.server.code],
    )
    expect(signIn.posts).toBe(1)
    expect(signIn.seen).toEqual({ recoveries: 1, commits: spent ? 1 : 0 })
    expect(await signIn.page.evaluate(() => 'ran' in window)).toBe(false)
  }
  expect(site.server.strays).toEqual([])
  proves(
    context,
    ends === 'unknown' ? ['N1', 'N3', 'N9'] : ['N1', 'N2'],
    `${tries} sign-ins, ${tries} POSTs`,
  )
})
