import type { Page, Request } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

vi.setConfig({ testTimeout: 60_000 })

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
})
afterAll(() => site.close())

const through = ['handler', 'direct'] as const

test.for(through)('G6 attributes, title, address, storage and cookies: %s', async (to, context) => {
  const signIn = await openSignIn(site)
  const steps: string[] = []
  await walk(
    signIn,
    async (step) => {
      expect(findSecrets(await outsideOfText(signIn.page), site.server.secrets), step).toEqual([])
      steps.push(step)
    },
    to,
  )
  proves(context, 'N4', `${steps.length} steps, 0 hits (Chromium)`)
})

/** Everything a page holds besides its elements' texts and its fields' values. */
function outsideOfText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const attributes = Array.from(document.querySelectorAll('*'), (element) =>
      Array.from(element.attributes, ({ name, value }) => `${name}=${value}`),
    )
    const stored = [localStorage, sessionStorage].map((storage) => ({ ...storage }))
    const databases = await indexedDB.databases()
    const { title, cookie } = document
    return JSON.stringify({
      attributes,
      stored,
      databases,
      title,
      cookie,
      address: location.href,
      state: history.state,
      caches: await caches.keys(),
    })
  })
}

test.for(through)('G7 accessible names and live regions: %s', async (to, context) => {
  const signIn = await openSignIn(site)
  const { page } = signIn
  const cdp = await page.context().newCDPSession(page)
  let names = 0
  await walk(
    signIn,
    async (step) => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree')
      const named = nodes
        .filter(({ role }) => !['StaticText', 'InlineTextBox'].includes(String(role?.value)))
        .map(({ name, description }) => `${name?.value} ${description?.value}`)
      const live = await page.locator('[role=status], [role=alert], [aria-live]').allTextContents()
      const said = [...named, ...live].join('\n')
      expect(findSecrets(said, site.server.secrets), step).toEqual([])
      names += named.length
    },
    to,
  )
  expect(names).toBeGreaterThan(0)
  proves(context, 'N4', `${names} names, 0 hits`)
})

test.for(through)(
  'G9 addresses, headers and the referrer of every request: %s',
  async (to, context) => {
    const signIn = await openSignIn(site)
    const requests: Request[] = []
    signIn.page.on('request', (request) => void requests.push(request))
    await walk(signIn, async () => {}, to)
    expect(signIn.posts).toBe(3)
    const referrers: (string | undefined)[] = []
    for (const request of requests) {
      const headers = await request.allHeaders()
      const said = JSON.stringify([request.url(), headers])
      expect(findSecrets(said, site.server.secrets)).toEqual([])
      if (request.method() === 'POST') referrers.push(headers['referer'])
    }
    expect(referrers.filter(Boolean)).toEqual([])
    proves(context, 'N4', `${signIn.posts} POSTs with a code, 0 hits outside of their bodies`)
  },
)
