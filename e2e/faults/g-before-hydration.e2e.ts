import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { prerender } from './pages/prerender.tsx'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('hydrate.tsx', { prerendered: prerender() })
})
afterAll(() => site.close())

const field = (page: Page) => page.getByRole('textbox', { name: 'Recovery code', exact: true })

test.for<readonly [how: string, submit: (page: Page) => Promise<void>]>([
  ['Enter', (page) => page.keyboard.press('Enter')],
  ['a click', (page) => page.getByRole('button', { name: 'Continue' }).click()],
])('G10 %s before the script is there', async ([, submit], context) => {
  const { server, url } = site
  const page = await newPage()
  const sent: string[] = []
  page.on('request', (request) => void sent.push(`${request.url()} ${request.postData()}`))
  // It never arrives.
  await page.route('**/page.js', () => {})
  await page.goto(url, { waitUntil: 'commit' })
  await field(page).fill(server.code)
  const posts = site.posted.length
  await submit(page)
  await expect.poll(() => site.posted.length).toBe(posts + 1)
  await field(page).waitFor()

  expect(site.posted.at(-1)).toEqual({ url: '/', body: '' })
  const { address, state } = await page.evaluate(() => ({
    address: location.href,
    state: JSON.stringify(history.state),
  }))
  expect(address).toBe(`${url}/`)
  expect(findSecrets([...sent, address, state].join('\n'), server.secrets)).toEqual([])
  expect(server.recoveries).toHaveLength(0)
  proves(context, 'N4', '1 form post without a member, 0 hits in addresses and bodies')
})

it('G10 what was typed before the script loads is kept, and sent once', async (context) => {
  const { server, url } = site
  const page = await newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'hydrate' in window)
  await field(page).fill(server.code)
  await page.evaluate((mfaToken) => window.hydrate(mfaToken), await server.signIn('openid', 'web'))
  await page.locator('#alive').waitFor()
  expect(await field(page).inputValue()).toBe(server.code)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Save your new recovery code' }).waitFor()
  expect(server.recoveries).toHaveLength(1)
  proves(context, 'N1', '1 POST')
})
