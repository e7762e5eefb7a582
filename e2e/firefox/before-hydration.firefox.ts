import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { prerender } from '../faults/pages/prerender.tsx'
import { startFaultSite, type FaultSite } from '../faults/support/fault-site.ts'
import { newFirefoxPage } from './firefox-page.ts'

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('hydrate.tsx', { prerendered: prerender() })
})
afterAll(() => site.close())

const FIELD = '[data-rrl-part="input"]'

test.for<readonly [how: string, submit: (page: Page) => Promise<void>]>([
  ['Enter', (page) => page.keyboard.press('Enter')],
  ['a click', (page) => page.click('[data-rrl-part="submit"]')],
])('G10 %s before the page is hydrated', async ([, submit], context) => {
  const { server, url } = site
  const page = await newFirefoxPage()
  // Nothing hydrates it.
  await page.goto(url)
  await page.type(FIELD, server.code)
  const posts = site.posted.length
  await submit(page)
  await expect.poll(() => site.posted.length).toBe(posts + 1)

  expect(site.posted.at(-1)).toEqual({ url: '/', body: '' })
  expect(page.url()).toBe(`${url}/`)
  expect(server.recoveries).toHaveLength(0)
  proves(context, 'N4', '1 form post without a member (Firefox)')
})

it('G10 what was typed before the page is hydrated is kept, and sent once', async (context) => {
  const { server, url } = site
  const page = await newFirefoxPage()
  await page.goto(url)
  await page.waitForFunction(() => 'hydrate' in window)
  await page.type(FIELD, server.code)
  await page.evaluate((mfaToken) => window.hydrate(mfaToken), await server.signIn('openid', 'web'))
  await page.waitForSelector('#alive')
  expect(await page.$eval(FIELD, (field) => (field as HTMLInputElement).value)).toBe(server.code)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-rrl-part="code"]')
  expect(server.recoveries).toHaveLength(1)
  proves(context, 'N1', '1 POST (Firefox)')
})
