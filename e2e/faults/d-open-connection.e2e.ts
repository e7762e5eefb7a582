import { afterAll, beforeAll, expect, it, test, vi } from 'vitest'
import { keptOpen, stalled, type Order } from '#test/fault-server/faults.ts'
import { proves } from '#test/faults/runs.ts'
import { openPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: 60_000 })

let site: FaultSite
let signIn: SignIn
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
  signIn = await openSignIn(site, { page: openPage })
})
afterAll(() => site.close())

const orders: readonly Order[] = ['code first', 'as documented']
const ways = orders.flatMap((order) =>
  (['direct', 'handler'] as const).map((through) => ({ order, through })),
)
const kept = ways.flatMap((way) =>
  Object.entries(keptOpen).map(([what, keep]) => ({ ...way, what, fault: keep(way.order) })),
)

test.for(kept)(
  'D17 K15 a whole answer, $order, with $what, $through: in Chromium',
  async ({ fault, through }, context) => {
    site.server.fault = fault
    await signIn.begin({ through })
    await signIn.giveCode()
    await signIn.heading('Save your new recovery code').waitFor()
    expect(await signIn.newCode.textContent()).toBe(site.server.code)
    expect(signIn.posts).toBe(1)
    expect(signIn.seen).toEqual({ recoveries: 1, commits: 1 })
    proves(context, ['N1', 'N2'], '1 sign-in, 1 POST, shown (Chromium), fixed: once')
  },
)

test.for(orders)(
  'D18 D19 the line stalls behind the code, %s, and the rest comes later: in Chromium',
  async (order, context) => {
    const { fault, letGo } = stalled(order)
    site.server.fault = fault
    await signIn.begin()
    await signIn.giveCode()
    await signIn.heading('Save this code, then start again').waitFor()
    expect(await signIn.newCode.textContent()).toBe(site.server.code)
    await signIn.page.getByRole('checkbox').check()
    letGo()
    await signIn.heading('Save your new recovery code').waitFor()
    expect(await signIn.page.getByRole('checkbox').isChecked()).toBe(true)
    expect(await signIn.newCode.textContent()).toBe(site.server.code)
    await signIn.button('Continue').click()
    await signIn.heading('You are signed in').waitFor()
    expect(signIn.posts).toBe(1)
    proves(context, ['N1', 'N2', 'N6'], '1 code after 3 s, 1 sign-in when its tokens came')
  },
)

it('D20 the rest comes after the save was confirmed: in Chromium', async (context) => {
  const { fault, letGo } = stalled('code first')
  site.server.fault = fault
  await signIn.begin()
  await signIn.giveCode()
  await signIn.heading('Save this code, then start again').waitFor()
  await signIn.page.getByRole('checkbox').check()
  await signIn.button('Start the sign-in again').click()
  await signIn.heading('Start the sign-in again').waitFor()
  letGo()
  await signIn.heading('You are signed in').waitFor()
  expect(await signIn.text('use the new one').count()).toBe(1)
  expect(signIn.posts).toBe(1)
  proves(context, ['N1', 'N2', 'N6'], '1 sign-in, completed from the last screen')
})

test.for(orders)(
  'K15 the server behind stalls behind the code, %s: signed in when the rest comes, in Chromium',
  async (order, context) => {
    const { fault, letGo } = stalled(order)
    site.server.fault = fault
    await signIn.begin({ through: 'handler' })
    await signIn.giveCode()
    await signIn.button('Checking your code…').waitFor()
    setTimeout(letGo, 4000)
    await signIn.heading('Save your new recovery code').waitFor()
    expect(await signIn.newCode.textContent()).toBe(site.server.code)
    expect(signIn.posts).toBe(1)
    proves(context, ['N1', 'N2'], '1 sign-in, 4 s late')
  },
)
