import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { openPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { lateAnswer } from './support/late-answer.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: runs(300_000, 60_000) })

let site: FaultSite
let signIn: SignIn
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
  signIn = await openSignIn(site, { page: openPage, prepare: (page) => page.clock.install() })
})
afterAll(() => site.close())

/** The screen for an answer that came after all. */
async function expectAdopted(): Promise<void> {
  await signIn.heading('Save your new recovery code').waitFor()
  await signIn.page.getByText('The answer came after all.').waitFor()
  expect(await signIn.newCode.textContent()).toBe(site.server.code)
  expect(signIn.posts).toBe(1)
  expect(signIn.seen).toEqual({ recoveries: 1, commits: 1 })
}

it('D5 no answer: still working at 10 s, unknown at 30 s, a late answer is adopted', async (context) => {
  const { clock } = signIn.page
  const { fault, letGo } = lateAnswer()
  site.server.fault = fault
  await signIn.begin()
  await clock.pauseAt(await signIn.page.evaluate(() => Date.now() + 1000))
  await signIn.giveCode()
  await clock.runFor(9_999)
  await signIn.button('Checking your code…').waitFor()
  expect(await signIn.page.getByText('This is taking longer than usual').count()).toBe(0)
  await clock.runFor(1)
  await signIn.page.getByText('This is taking longer than usual').first().waitFor()
  await clock.runFor(19_999)
  await signIn.button('Checking your code…').waitFor()
  await clock.runFor(1)
  await signIn.heading('We did not get an answer').waitFor()
  // While the request is open, no button sends.
  expect(await signIn.button('Try the same code once more').count()).toBe(0)
  letGo()
  await expectAdopted()
  await clock.resume()
  proves(context, ['N1', 'N2', 'N3'], '1 late answer, shown (Chromium), fixed: once')
})

it('D4 one byte a second: unknown at 30 s, and shown when the last has come', async (context) => {
  let step = () => {}
  let left = 1
  site.server.fault = async ({ serve, response }) => {
    const body = await serve()
    left = body.length
    let next = 0
    step = () => {
      left = body.length - (next += 1)
      response.write(body.slice(next - 1, next))
      if (left === 0) response.end()
    }
  }
  await signIn.begin()
  await signIn.giveCode()
  await signIn.button('Checking your code…').waitFor()
  await vi.waitFor(() => expect(left).toBeGreaterThan(1))
  for (let second = 1; second <= 31; second += 1) {
    step()
    await signIn.page.clock.fastForward(1000)
  }
  await signIn.heading('We did not get an answer').waitFor()
  for (let bytes = left; bytes > 0; bytes -= 1) step()
  await expectAdopted()
  proves(context, ['N1', 'N2', 'N3'], '1 drip: unknown first, then the code, fixed: once')
})

it('J12 a tab that is frozen while the answer comes: adopted when it resumes', async (context) => {
  const tries = runs(10, 2)
  const { page } = signIn
  const cdp = await page.context().newCDPSession(page)
  for (let run = 0; run < tries; run += 1) {
    const { fault, letGo } = lateAnswer()
    site.server.fault = fault
    await signIn.begin()
    await signIn.giveCode()
    await signIn.button('Checking your code…').waitFor()
    await page.clock.fastForward(30_000)
    await signIn.heading('We did not get an answer').waitFor()
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
    letGo()
    await cdp.send('Page.setWebLifecycleState', { state: 'active' })
    await expectAdopted()
  }
  proves(context, ['N1', 'N2'], `${tries} frozen tabs, all shown`)
})
