import type { Request } from 'playwright'
import { expect, it } from 'vitest'
import type { Transport } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { openLoginPage } from './support/login-page.ts'

/** A request according to the guide, written by hand: https://auth0.com/docs, Challenge with Recovery Codes. */
const GRANT_TYPE = 'grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa-recovery-code'

it('direct: the request leaves the browser as in the guide, without a secret', async () => {
  const { sent, received, mfaToken, code } = await sendCode('direct')
  const body = `${GRANT_TYPE}&client_id=spa&mfa_token=${mfaToken}&recovery_code=${code}`

  expect(new URL(sent.url()).pathname).toBe('/oauth/token')
  expect(sent.method()).toBe('POST')
  expect(mediaType((await sent.allHeaders())['content-type'])).toBe(
    'application/x-www-form-urlencoded',
  )
  expect(sent.postData()).toBe(body)

  expect(received).toMatchObject({ method: 'POST', path: '/oauth/token', body })
  expect(received?.headers).not.toHaveProperty('authorization')
  expect(received?.headers).not.toHaveProperty('cookie')
})

it('handler: the OAuth server gets what the guide says, with the secret that the browser never had', async () => {
  const { sent, received, mfaToken, code } = await sendCode('handler')

  expect(new URL(sent.url()).pathname).toBe('/login/recovery-code')
  expect(sent.method()).toBe('POST')
  const handle = new URLSearchParams(sent.postData() ?? '').get('mfa_token') ?? ''
  expect(handle).toMatch(/^\w{22,60}$/)
  expect(sent.postData()).toBe(`${GRANT_TYPE}&mfa_token=${handle}&recovery_code=${code}`)

  expect(received).toMatchObject({
    method: 'POST',
    path: '/oauth/token',
    body: `${GRANT_TYPE}&client_id=web&client_secret=web-secret&mfa_token=${mfaToken}&recovery_code=${code}`,
  })
  expect(mediaType(received?.headers['content-type'])).toBe('application/x-www-form-urlencoded')
  expect(received?.headers).not.toHaveProperty('authorization')
  expect(received?.headers).not.toHaveProperty('cookie')
})

/** Signs in with the password, types the code like a person, and checks both ends. */
async function sendCode(transport: Transport) {
  const login = await openLoginPage(transport)
  const code = login.firstCode('usual@example.com')
  await login.givePassword('usual@example.com')
  await login.code.waitFor()
  const mfaToken = login.tokenEndpoint.secrets['mfa_token']
  const request = login.page.waitForRequest(isRecovery)
  await login.pasteCode(` ${code.toLowerCase()} `)
  await login.button('Continue').click()
  await expectShown(login.heading('Save your new recovery code'))
  const { recoveries } = login.tokenEndpoint
  expect(recoveries).toHaveLength(1)
  return { sent: await request, received: recoveries[0], mfaToken, code }
}

function isRecovery(request: Request): boolean {
  return request.postData()?.includes('mfa-recovery-code') ?? false
}

function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]
}
