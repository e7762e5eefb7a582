import type { Page } from 'playwright'
import { expect, it, onTestFinished, vi } from 'vitest'
import { once, resetBeforeAnything } from '#test/fault-server/faults.ts'
import { proves } from '#test/faults/runs.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A page with Workbox's background sync in front. */
async function openBehindWorker(query: string) {
  const site = await startFaultSite('challenge.tsx', { serviceWorker: 'service-worker.ts' })
  onTestFinished(site.close)
  const signIn = await openSignIn(site)
  const sync = await watchSync(signIn.page)
  await signIn.page.evaluate(async (search) => {
    await navigator.serviceWorker.register(`/service-worker.js${search}`)
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
      })
  }, query)
  return {
    signIn,
    /** One sign-in whose connection breaks; then the browser goes online. */
    async loseOne() {
      site.server.fault = once(resetBeforeAnything)
      await signIn.begin()
      await signIn.giveCode()
      await signIn.heading('We did not get an answer').waitFor()
      await sync()
    },
  }
}

/** Returns a function that makes the browser tell the service worker that it is online. */
async function watchSync(page: Page): Promise<() => Promise<void>> {
  const cdp = await page.context().newCDPSession(page)
  let registrationId = ''
  cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registrationId = registrations.at(-1)?.registrationId ?? registrationId
  })
  await cdp.send('ServiceWorker.enable')
  return async () => {
    const { origin } = new URL(page.url())
    const tag = 'workbox-background-sync:failed-posts'
    const event = { origin, registrationId, tag, lastChance: false }
    await cdp.send('ServiceWorker.dispatchSyncEvent', event)
  }
}

/** How many requests Workbox has stored. */
function countStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('It cannot be read.')))
      })
    const database = await done(indexedDB.open('workbox-background-sync'))
    const stores = [...database.objectStoreNames]
    const counts = stores.map((name) => done(database.transaction(name).objectStore(name).count()))
    database.close()
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  })
}

it('D16 a service worker with background sync: the documented exclusion', async (context) => {
  const { signIn, loseOne } = await openBehindWorker('?excluded')
  await loseOne()
  expect(signIn.posts).toBe(1)
  expect(await countStored(signIn.page)).toBe(0)
  // A whole sign-in later, nothing else has arrived.
  await signIn.begin()
  await signIn.giveCode()
  await signIn.heading('Save your new recovery code').waitFor()
  expect(signIn.site.server.recoveries).toHaveLength(2)
  proves(context, 'N1', '1 lost POST, 0 stored, 0 replays, fixed: once')
})

it('D16 without the exclusion the worker resends the code', async () => {
  const { signIn, loseOne } = await openBehindWorker('')
  await loseOne()
  await expect.poll(() => signIn.seen, { timeout: 10_000 }).toEqual({ recoveries: 2, commits: 1 })
  await signIn.heading('We did not get an answer').waitFor()
  expect(signIn.posts).toBe(1)
})
