import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it, test, vi } from 'vitest'
import { cutAt, endOfCode, type Order } from '#test/fault-server/faults.ts'
import { proves, runs } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'
import { watchReads } from './support/watch-reads.ts'

vi.setConfig({ testTimeout: runs(600_000, 60_000) })

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
})
afterAll(() => site.close())

const orders: readonly Order[] = ['code first', 'as documented']

test.for(orders)('D3 cut at every byte, %s: in Chromium', async (order, context) => {
  const { server, url } = site
  const page = await newPage()
  const read = await watchReads(page)
  await page.goto(url)
  let length = Infinity
  let tries = 0
  let rescued = 0
  for (let cut = 0; cut < length; cut += runs(1, 7)) {
    let complete = false
    server.fault = cutAt(
      (body) => {
        length = Buffer.byteLength(body)
        complete = cut >= endOfCode(body)
        return cut
      },
      order,
      read,
    )
    const posts = server.recoveries.length
    const answer = await verify(page)
    expect(answer, `cut at ${cut}`).toEqual(
      complete ? { outcome: 'unfinished', code: server.code } : { outcome: 'unknown' },
    )
    expect(server.recoveries.length - posts).toBe(1)
    tries += 1
    if (complete) rescued += 1
  }
  expect(rescued).toBeGreaterThan(0)
  proves(
    context,
    ['N1', 'N2', 'N3'],
    `${tries} of ${length} offsets, ${rescued} rescued: all where the code was complete`,
  )
})

/** The kit's protocol in a page, without a form: a whole sign-in for each byte would take minutes. */
async function verify(page: Page) {
  const { server } = site
  const request = { mfaToken: await server.signIn(), recoveryCode: server.code }
  return page.evaluate(
    async (given) => {
      const answer = await window.kit.verifyRecoveryCode(given)
      return 'newRecoveryCode' in answer
        ? { outcome: answer.outcome, code: answer.newRecoveryCode }
        : { outcome: answer.outcome }
    },
    { ...request, transport: { domain: server.url, clientId: 'spa' } },
  )
}

test.for(orders)('D3 cut after the code, %s: on screen in Chromium', async (order, context) => {
  const { server } = site
  const signIn = await openSignIn(site, {
    async prepare(page) {
      server.fault = cutAt(endOfCode, order, await watchReads(page))
    },
  })
  await signIn.begin()
  await signIn.giveCode()
  await signIn.heading('Save this code, then start again').waitFor()
  expect(await signIn.newCode.textContent()).toBe(server.code)
  await signIn.page.getByRole('checkbox').check()
  await signIn.button('Start the sign-in again').click()
  await signIn.heading('Start the sign-in again').waitFor()
  expect(signIn.posts).toBe(1)
  proves(context, ['N1', 'N2'], '1 POST, the code is shown, nobody is said to be signed in')
})

it('D3 a break at the very moment of the bytes is never mistaken for something else: in Chromium', async (context) => {
  const tries = runs(200, 20)
  const { server } = site
  const page = await newPage()
  await page.goto(site.url)
  server.fault = cutAt(endOfCode, 'code first')
  let rescued = 0
  for (let run = 0; run < tries; run += 1) {
    const answer = await verify(page)
    // When the connection breaks, a browser drops the bytes that it has not yet delivered to the page.
    if (answer.outcome === 'unknown') continue
    expect(answer).toEqual({ outcome: 'unfinished', code: server.code })
    rescued += 1
  }
  proves(context, 'N3', `${tries} breaks: ${rescued} rescued, ${tries - rescued} unknown`)
})

it('D13 a length that is too long: the answer is complete, in Chromium', async (context) => {
  const { server } = site
  const page = await newPage()
  const read = await watchReads(page)
  await page.goto(site.url)
  server.fault = async ({ serve, response }) => {
    const body = await serve()
    response.setHeader('content-length', body.length + 10)
    response.write(body)
    await read(body.length)
    response.socket?.end()
  }
  expect(await verify(page)).toEqual({ outcome: 'verified', code: server.code })
  proves(context, 'N2', '1 answer without its last 10 bytes, all there was of it taken')
})
