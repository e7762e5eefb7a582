import { expect, it, onTestFinished, test, vi } from 'vitest'
import { faultCases } from '#test/fault-server/fault-cases.ts'
import { proves } from '#test/faults/runs.ts'
import { findSecrets } from './support/find-secrets.ts'
import { startFaultSite } from './support/fault-site.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'
import { walk } from './support/walk.ts'

vi.setConfig({ testTimeout: 60_000 })

async function open(page: string, query = ''): Promise<SignIn> {
  const site = await startFaultSite(page)
  onTestFinished(site.close)
  return openSignIn(site, { query })
}

it('G13 the rrweb recorder at its defaults', async (context) => {
  const signIn = await open('recorded.tsx')
  await walk(signIn, async () => {})
  const recorded = await signIn.page.evaluate(() => JSON.stringify(window.recorded))
  expect(findSecrets(recorded, signIn.site.server.secrets)).toEqual([])
  expect(recorded.includes('Save your new recovery code')).toBe(true)
  proves(context, 'N4', `1 session, ${recorded.length} characters recorded, 0 hits, fixed: once`)
})

it('G13 a field and a text without the markers are recorded', async () => {
  const { page } = await open('recorded.tsx')
  await page.evaluate(() => document.body.append('Some words', document.createElement('input')))
  await page.locator('body > input').pressSequentially('typed words')
  const recorded = await page.evaluate(() => JSON.stringify(window.recorded))
  expect(recorded).toContain('Some words')
  expect(recorded).toContain('typed words')
})

test.for([
  ['at its defaults', ''],
  ['with nothing masked but what is marked', '?unmasked'],
] as const)('G15 Sentry with replay, %s', async ([, query], context) => {
  const signIn = await open('watched.tsx', query)
  const { page, site } = signIn
  await walk(signIn, async () => {})
  for (const { fault } of faultCases) {
    const { server } = site
    server.fault = fault
    await page.evaluate((request) => window.report(request).then(() => {}), {
      mfaToken: await server.signIn('openid'),
      recoveryCode: server.code,
      transport: { domain: server.url, clientId: 'spa' },
    })
  }
  await page.evaluate(() => window.flushSentry())
  const sent = (await page.evaluate(() => window.envelopes)).join('\n')
  expect(findSecrets(sent, site.server.secrets)).toEqual([])
  for (const part of expected(query)) expect(sent.includes(part), part).toBe(true)
  proves(
    context,
    'N4',
    `${faultCases.length} faults, ${sent.length} characters sent, 0 hits, fixed: once each`,
  )
})

/** What must be in the envelopes, or the search would prove nothing. */
function expected(query: string): readonly string[] {
  const errors = ['RecoveryCodeError', 'The sign-in failed.', 'The host failed.']
  const shown = query === '' ? [] : ['Save your new recovery code']
  return ['replay_recording', ...errors, ...shown]
}
