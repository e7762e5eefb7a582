import { describe, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import { json, serve } from '#test/serve.ts'
import { verifyRecoveryCode } from './verify-recovery-code.ts'

const { oldCode, newCode, mfaToken, accessToken } = canaries
const success = { access_token: accessToken, token_type: 'Bearer', recovery_code: newCode }
const publicClient = { domain: 'tenant.eu.auth0.com', clientId: 'c' }

// The expectations are the parameters from Auth0's guide, written by hand.
describe('on the wire', () => {
  const form = 'application/x-www-form-urlencoded;charset=UTF-8'
  /** What the platform's fetch adds to every request. */
  const platformHeaders = [
    ...['accept', 'accept-encoding', 'accept-language', 'cache-control', 'connection'],
    ...['content-length', 'content-type', 'host', 'pragma', 'sec-fetch-mode', 'user-agent'],
  ]

  it('a public client posts the four parameters to /oauth/token, and no secret', async () => {
    const { seen, origin } = await serve(json(success))
    const answer = await verifyRecoveryCode({
      transport: { domain: origin, clientId: 'client&1 ' },
      mfaToken: 'Fe26.2*1*a+b/c=',
      recoveryCode: ' k6lg-lv3r-sh3v-ermk-et8l-7qku\n',
    })
    expect(answer).toEqual({
      outcome: 'verified',
      tokens: { access_token: accessToken, token_type: 'Bearer' },
      newRecoveryCode: newCode,
    })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': form },
      body: [
        'grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa-recovery-code',
        'client_id=client%261+',
        'mfa_token=Fe26.2*1*a%2Bb%2Fc%3D',
        'recovery_code=K6LGLV3RSH3VERMKET8L7QKU',
      ].join('&'),
    })
    expect(platformHeaders).toEqual(expect.arrayContaining(Object.keys(seen[0]?.headers ?? {})))
  })

  it('a handler gets the same without client_id, at its own URL', async () => {
    const { seen, origin } = await serve(json({ recovery_code: newCode, session: true }))
    const answer = await verifyRecoveryCode({
      transport: { endpoint: `${origin}/login/recovery-code` },
      mfaToken: 'handle-7',
      recoveryCode: oldCode,
    })
    expect(answer).toEqual({ outcome: 'verified', newRecoveryCode: newCode })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/login/recovery-code',
      headers: { 'content-type': form },
      body: [
        'grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa-recovery-code',
        'mfa_token=handle-7',
        `recovery_code=${oldCode}`,
      ].join('&'),
    })
    expect(platformHeaders).toEqual(expect.arrayContaining(Object.keys(seen[0]?.headers ?? {})))
  })

  it('G9 secrets are only in the body', async () => {
    const { seen, origin } = await serve(json(success))
    const transport = { domain: origin, clientId: 'c' }
    await verifyRecoveryCode({ transport, mfaToken, recoveryCode: oldCode })
    const [{ body, ...rest } = { body: '' }] = seen
    expect(findCanaries(rest)).toEqual([])
    expect(new URLSearchParams(body).get('mfa_token')).toBe(mfaToken)
    expect(new URLSearchParams(body).get('recovery_code')).toBe(oldCode)
  })

  it('picks out a code of another format', async () => {
    const { seen, origin } = await serve(json(success))
    await verifyRecoveryCode({
      transport: { domain: origin, clientId: 'c' },
      mfaToken,
      recoveryCode: 'Code: a1b2c-d3e4f',
      format: { length: 10, alphabet: '0123456789ABCDEF', groupSize: 5 },
    })
    expect(new URLSearchParams(seen[0]?.body).get('recovery_code')).toBe('A1B2CD3E4F')
  })
})

describe('fetch', () => {
  // No signal: an abort loses the answer. No keepalive: it spends the code with nobody there to see the new one. No
  // headers: Auth0's CORS allows none.
  test.each([
    ['for a public client', publicClient, 'https://tenant.eu.auth0.com/oauth/token', 'omit'],
    [
      'for a handler',
      { endpoint: 'https://login.example.com/code?x=1' },
      'https://login.example.com/code?x=1',
      'same-origin',
    ],
  ] as const)(
    'is called %s with exactly these arguments',
    async (_who, where, url, credentials) => {
      const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(success))
      await verifyRecoveryCode({ transport: { ...where, fetch }, mfaToken, recoveryCode: oldCode })
      expect(fetch.mock.calls).toStrictEqual([
        [
          new URL(url),
          {
            // A script could add other options to `Object.prototype`.
            __proto__: null,
            method: 'POST',
            body: expect.any(URLSearchParams),
            cache: 'no-store',
            redirect: 'error',
            referrerPolicy: 'no-referrer',
            credentials,
          },
        ],
      ])
    },
  )

  it('is called before the function returns, once', async () => {
    const fetch = vi.fn(async () => Response.json(success))
    const transport = { ...publicClient, fetch }
    const answer = verifyRecoveryCode({ transport, mfaToken, recoveryCode: oldCode })
    expect(fetch).toHaveBeenCalledTimes(1)
    await answer
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('defaults to the global one at call time', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(success))
    await verifyRecoveryCode({ transport: publicClient, mfaToken, recoveryCode: oldCode })
    expect(fetch).toHaveBeenCalledTimes(1)
    fetch.mockRestore()
  })
})

it('counts a wait that is a date from the given now', async () => {
  const headers = { 'retry-after': 'Sat, 12 Sep 2026 10:02:00 GMT' }
  const fetch = async () => new Response('', { status: 429, headers })
  const answer = await verifyRecoveryCode({
    transport: { ...publicClient, fetch },
    mfaToken,
    recoveryCode: oldCode,
    now: () => Date.UTC(2026, 8, 12, 10),
  })
  expect(answer).toMatchObject({ outcome: 'refused', error: { retryAfter: 120_000 } })
})

describe('a mistake in the options throws synchronously, and nothing is sent', () => {
  test.each<[what: string, transport: object, mfaToken: string]>([
    ['an empty mfa token', publicClient, ''],
    ['no transport', {}, mfaToken],
    ['a secret', { ...publicClient, clientSecret: canaries.clientSecret }, mfaToken],
    ['http', { endpoint: 'http://login.example.com/code' }, mfaToken],
    ['a relative endpoint without a page', { endpoint: '/code' }, mfaToken],
  ])('%s', (_what, where, token) => {
    const fetch = vi.fn()
    const transport = { ...where, fetch } as never
    const call = () => verifyRecoveryCode({ transport, mfaToken: token, recoveryCode: oldCode })
    expect(call).toThrow(expect.objectContaining({ name: 'RecoveryCodeError', code: 'misused' }))
    expect(fetch).not.toHaveBeenCalled()
  })
})
