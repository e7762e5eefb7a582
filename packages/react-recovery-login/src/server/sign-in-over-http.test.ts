import { expect, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { serveHandler } from '#test/serve-handler.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import { form, options, secrets, tokenAnswer } from './server.fixture.ts'
import { signInCookie } from './sign-in-cookie.fixture.ts'

it('K50 over HTTP: password, cookie, handle, code, session', async () => {
  const { signIn } = signInCookie()
  const sent: string[] = []
  const handler = createRecoveryCodeHandler({
    ...options,
    resolveMfaToken: signIn.resolveMfaToken,
    onTokens: (_tokens, request) => [['set-cookie', 'session=1'], ...signIn.end(request)],
    fetch: async (_url, init) => {
      sent.push(new URLSearchParams(String(init?.body)).get('mfa_token') ?? '')
      return Response.json(tokenAnswer)
    },
  })
  const server = await serveHandler(async (request) => {
    if (!request.url.endsWith('/password')) return handler(request)
    const { handle, headers } = await signIn.start({ mfaToken: secrets.mfaToken }, request)
    return Response.json({ mfaToken: handle }, { headers })
  })
  onTestFinished(server.close)
  const post = (path: string, body: BodyInit, cookie = '') =>
    fetch(server.url + path, { method: 'POST', body, headers: { origin: server.url, cookie } })

  const answer = await post('/password', '')
  const [cookie = ''] = answer.headers.getSetCookie()
  const text = await answer.text()
  expect(text + cookie).not.toContain(secrets.mfaToken.slice(0, 12))
  const { mfaToken: handle } = JSON.parse(text)

  const right = form({ mfa_token: handle })
  const pair = cookie.split(';')[0] ?? ''
  const swapped = await post('/code', right, pair.replace(handle.slice(-4), '0000'))
  expect([swapped.status, sent]).toEqual([401, []])
  const signedIn = await post('/code', right, `theme=dark; ${pair}`)
  expect(await signedIn.json()).toEqual({ recovery_code: secrets.newRecoveryCode, session: true })
  expect(sent).toEqual([secrets.mfaToken])
  expect(signedIn.headers.getSetCookie()).toEqual([
    'session=1',
    `rrl-${handle}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`,
  ])
})

it('K50 both callbacks fit the handler’s options', (context) => {
  interface Options {
    readonly resolveMfaToken: (
      handle: string,
      request: Request,
    ) => string | undefined | Promise<string | undefined>
    readonly onAnotherFactor: (
      next: MfaRequired,
      request: Request,
      handle: string,
    ) => HeadersInit | void | Promise<HeadersInit | void>
  }
  const given: Options = signInCookie().signIn
  expect(Object.keys(given)).toEqual(expect.arrayContaining(['onAnotherFactor', 'resolveMfaToken']))
  proves(context, 'N4', 'password to session, over HTTP')
})
