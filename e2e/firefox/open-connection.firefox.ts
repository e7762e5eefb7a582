import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptOpen, stalled, type Order } from '#test/fault-server/faults.ts'
import { proves } from '#test/faults/runs.ts'
import { startFaultSite, type FaultSite } from '../faults/support/fault-site.ts'
import { FirefoxPage, newFirefoxPage } from './firefox-page.ts'

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
})
afterAll(() => site.close())

/** A sign-in whose code has been submitted. */
async function giveCode(): Promise<{ page: Page; on: FirefoxPage }> {
  const { server, url } = site
  const page = await newFirefoxPage()
  await page.goto(url)
  await page.waitForFunction(() => 'kit' in window)
  const props = { mfaToken: await server.signIn('openid'), domain: server.url }
  await page.evaluate((given) => window.kit.show(given), props)
  const on = new FirefoxPage(page)
  await on.part('input')
  await page.type('[data-rrl-part="input"]', server.code)
  await page.keyboard.press('Enter')
  return { page, on }
}

const orders: readonly Order[] = ['code first', 'as documented']
const kept = orders.flatMap((order) =>
  Object.entries(keptOpen).map(([what, keep]) => ({ order, what, fault: keep(order) })),
)

test.for(kept)('D17 a complete answer, $order, with $what: shown', async ({ fault }, context) => {
  site.server.fault = fault
  const { on } = await giveCode()
  await on.shows('Save your new recovery code')
  expect(await on.textOf('code')).toBe(site.server.code)
  proves(context, 'N2', '1 answer (Firefox)')
})

test.for(orders)(
  'D18 D19 the line stalls behind the code, %s, and the rest comes later',
  async (order, context) => {
    const { fault, letGo } = stalled(order)
    site.server.fault = fault
    const { page, on } = await giveCode()
    await on.shows('Save this code, then start again')
    expect(await on.textOf('code')).toBe(site.server.code)
    await page.click('[data-rrl-part="checkbox"]')
    letGo()
    await on.shows('Save your new recovery code')
    await page.click('[data-rrl-part="continue"]')
    await on.shows('You are signed in')
    proves(context, ['N2', 'N6'], '1 code after 3 s, 1 sign-in when its tokens came (Firefox)')
  },
)
