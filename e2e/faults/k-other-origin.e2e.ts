import type { Page } from 'playwright'
import { WEB_CLIENT_SECRET } from 'auth-server'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { serveHandler, type ServedHandler } from '#test/serve-handler.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A handler on its own port; `/me` returns the requester's account. */
async function startHandler(site: FaultSite): Promise<ServedHandler> {
  let sessions = 0
  const takeRecoveryCode = createRecoveryCodeHandler({
    domain: site.server.url,
    clientId: 'web',
    clientSecret: WEB_CLIENT_SECRET,
    allowedOrigins: [site.url],
    onTokens: () => ({
      'set-cookie': `session=${(sessions += 1)}; Path=/; HttpOnly; SameSite=Lax`,
    }),
  })
  const served = await serveHandler(async (request) => {
    if (new URL(request.url).pathname !== '/me') return takeRecoveryCode(request)
    return new Response(request.headers.get('cookie'), {
      headers: {
        'access-control-allow-origin': site.url,
        'access-control-allow-credentials': 'true',
      },
    })
  })
  onTestFinished(served.close)
  return served
}

const traced = (page: Page) =>
  page.addInitScript(() => {
    const { fetch } = window
    const headers = { traceparent: '00-1-2-01', 'sentry-trace': '1-2-1', baggage: 'a=b' }
    window.fetch = (input, init) => fetch(input, init?.body ? { ...init, headers } : init)
  })

test.for<[string, ((page: Page) => unknown) | undefined]>([
  ['K22 a handler on another origin makes a session that the browser keeps', undefined],
  ['K22 K23 so too when tracing adds headers, and the browser asks first', traced],
])('%s', async ([, prepare], context) => {
  const site = await startFaultSite('challenge.tsx')
  onTestFinished(site.close)
  const { url } = await startHandler(site)
  const signIn = await openSignIn(site, { ...(prepare && { prepare }) })
  const handler = { endpoint: `${url}/login/recovery-code`, credentials: 'include' } as const
  await signIn.begin({ through: 'handler', handler })
  await signIn.giveCode()
  await signIn.heading('Save your new recovery code').waitFor()
  await signIn.confirmSaved()
  await signIn.heading('You are signed in').waitFor()
  const me = await signIn.page.evaluate(async (url) => {
    const answer = await fetch(`${url}/me`, { credentials: 'include' })
    return answer.text()
  }, url)
  expect(me).toBe('session=1')
  expect(signIn.seen).toEqual({ recoveries: 1, commits: 1 })
  proves(context, ['N2', 'N3'], '1 sign-in, 1 session kept, fixed: once')
})
