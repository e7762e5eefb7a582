import { startAuthServer, WEB_CLIENT_SECRET } from 'auth-server'
import { RECOVERY_CODE_GRANT_TYPE } from 'react-recovery-login/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { createLoginBackend } from '../server/login-backend.ts'

const ORIGIN = 'https://login.example'
const email = 'usual@example.com'

it('signs in with a cookie that no script and no other site can use, and signs out', async () => {
  const { send, sendPassword, sendCode } = await startBackend()
  const { mfa_token } = await (await sendPassword()).json()
  const answer = await sendCode(mfa_token)
  expect(await answer.json()).toEqual({ recovery_code: expect.any(String), session: true })

  const setCookie = answer.headers.get('set-cookie') ?? ''
  expect(setCookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const cookie = setCookie.split(';')[0] ?? ''
  expect(await (await send('/me', { headers: { cookie } })).json()).toEqual({ account: email })

  const out = await send('/logout', { method: 'POST', headers: { cookie } })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await (await send('/me', { headers: { cookie } })).json()).toEqual({ account: null })
})

it('passes a refused password on, and makes no session', async () => {
  const { sendPassword } = await startBackend()
  const answer = await sendPassword('a wrong one')
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: 'invalid_grant' })
  expect(answer.headers.has('set-cookie')).toBe(false)
})

it.each(['/login/password', '/login/recovery-code', '/logout'])(
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
  const auth = await startAuthServer()
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
  return {
    send,
    sendPassword: (password = auth.password) =>
      send('/login/password', { method: 'POST', body: JSON.stringify({ email, password }) }),
    sendCode: (mfaToken: string) =>
      send('/login/recovery-code', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: RECOVERY_CODE_GRANT_TYPE,
          mfa_token: mfaToken,
          recovery_code: auth.accounts[0]?.recoveryCode ?? '',
        }).toString(),
      }),
  }
}
