import { startAuthServer, WEB_CLIENT_SECRET } from 'auth-server'
import { RECOVERY_CODE_GRANT_TYPE } from 'react-recovery-login/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { createLoginBackend } from '../server/login-backend.ts'

const ORIGIN = 'https://login.example'
const email = 'usual@example.com'

it('signs in with a cookie that no script or other site can use, and signs out', async () => {
  const { send, sendPassword, sendCode } = await startBackend()
  const answer = await sendCode(await sendPassword())
  expect(await answer.json()).toEqual({ recovery_code: expect.any(String), session: true })

  const [setCookie = '', ended] = answer.headers.getSetCookie()
  expect(ended).toMatch(/^__Host-rrl-[\w-]+=; Path=\/; Max-Age=0; /)
  expect(setCookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const cookie = setCookie.split(';')[0] ?? ''
  expect(await (await send('/me', { headers: { cookie } })).json()).toEqual({ account: email })

  const out = await send('/logout', { method: 'POST', headers: { cookie } })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await (await send('/me', { headers: { cookie } })).json()).toEqual({ account: null })
})

it('passes a refused password on, and creates no session', async () => {
  const { sendPassword } = await startBackend()
  const answer = await sendPassword('a wrong one')
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: 'invalid_grant' })
  expect(answer.headers.has('set-cookie')).toBe(false)
})

it('K56 answers the password with a handle: the mfa token is sealed in its cookie', async () => {
  const { mfaTokens, sendPassword, sendCode } = await startBackend()
  const answer = await sendPassword()
  const body = await answer.clone().text()
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-rrl-[\w-]+=[\w.-]{2000,}; Path=\/; .*HttpOnly; .*Secure$/)
  const [mfaToken = ''] = mfaTokens()
  expect(mfaToken).toHaveLength(2000)
  expect(body + cookie).not.toContain(mfaToken.slice(0, 12))
  expect((await sendCode(answer, '')).status).toBe(401)
  expect((await sendCode(answer)).status).toBe(200)
})

it('K56 enrols by the handle', async () => {
  const { send, sendPassword, sent } = await startBackend()
  const answer = await sendPassword(undefined, 'new-here@example.com')
  const { mfa_token: mfaToken } = await answer.json()
  const enrol = (cookie: string) => {
    const body = JSON.stringify({ mfaToken })
    return send('/login/enrol', { method: 'POST', body, headers: { cookie } })
  }
  expect((await enrol('')).status).toBe(401)
  const first = await enrol(sent(answer))
  expect(await first.json()).toMatchObject({ recovery_codes: [expect.any(String)] })
  expect(first.headers.get('set-cookie')).toContain('Max-Age=0')
})

it.each(['/login/password', '/login/enrol', '/login/recovery-code', '/logout'])(
  '%s takes nothing from another site, and nothing but a POST',
  async (path) => {
    const { send } = await startBackend()
    const foreign = await send(path, {
      method: 'POST',
      headers: { origin: 'https://else.example' },
    })
    expect(foreign.status).toBe(403)
    expect((await send(path)).status).toBe(405)
  },
)

async function startBackend() {
  const answers: string[] = []
  const auth = await startAuthServer({
    intercept(request, response, handle) {
      const { end } = response
      response.end = ((...values: unknown[]) => {
        answers.push(String(values[0]))
        return Reflect.apply(end, response, values)
      }) as typeof end
      handle(request, response)
    },
  })
  onTestFinished(auth.close)
  const backend = createLoginBackend({
    authServer: auth.url,
    clientId: 'web',
    clientSecret: WEB_CLIENT_SECRET,
  })
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { origin: ORIGIN, ...init.headers }
    const answer = await backend(new Request(`${ORIGIN}${path}`, { ...init, headers }))
    if (answer === undefined) throw new Error(`${path} is no route of the backend.`)
    return answer
  }
  /** The cookies of an answer, as the browser sends them back. */
  const sent = (answer: Response): string =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  return {
    send,
    sent,
    /** Those that the OAuth server issued. */
    mfaTokens: () => answers.flatMap((answer) => /"mfa_token":"([^"]+)"/.exec(answer)?.[1] ?? []),
    sendPassword: (password = auth.password, as = email) =>
      send('/login/password', { method: 'POST', body: JSON.stringify({ email: as, password }) }),
    sendCode: async (answer: Response, cookie = sent(answer)) =>
      send('/login/recovery-code', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        body: new URLSearchParams({
          grant_type: RECOVERY_CODE_GRANT_TYPE,
          mfa_token: (await answer.clone().json()).mfa_token,
          recovery_code: auth.accounts[0]?.recoveryCode ?? '',
        }).toString(),
      }),
  }
}
