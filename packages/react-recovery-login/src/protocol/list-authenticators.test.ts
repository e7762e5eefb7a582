import { describe, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import { json, serve, type Answer } from '#test/serve.ts'
import { listAuthenticators, type ListAuthenticatorsRequest } from './list-authenticators.ts'
import type { RecoveryCodeErrorCode } from './recovery-code-error.ts'

const { mfaToken, oldCode } = canaries
const domain = 'tenant.eu.auth0.com'

/** What the call rejects with. */
async function mistake(request: ListAuthenticatorsRequest): Promise<unknown> {
  const error: unknown = await listAuthenticators(request).then(
    () => 'It did not reject.',
    (reason: unknown) => reason,
  )
  expect(findCanaries(error)).toEqual([])
  return error
}

it('sends the mfa token in a header and returns the list under its wire names', async () => {
  const { seen, origin } = await serve(
    json([
      { id: 'recovery-code|dev_1', authenticator_type: 'recovery-code', active: true },
      {
        id: 'sms|dev_2',
        authenticator_type: 'oob',
        active: false,
        name: 'XXXX1234',
        oob_channel: 'sms',
      },
      { id: 'totp|dev_3', authenticator_type: 'otp', type: 'otp', active: 'true' },
      { authenticator_type: 4 },
      null,
    ]),
  )
  expect(await listAuthenticators({ domain: origin, mfaToken })).toEqual([
    { id: 'recovery-code|dev_1', authenticator_type: 'recovery-code', active: true },
    { id: 'sms|dev_2', authenticator_type: 'oob', active: false },
    { id: 'totp|dev_3', authenticator_type: 'otp', active: false },
    { id: '', authenticator_type: '', active: false },
    { id: '', authenticator_type: '', active: false },
  ])
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({
    method: 'GET',
    url: '/mfa/authenticators',
    headers: { authorization: `Bearer ${mfaToken}` },
    body: '',
  })
})

it('returns an empty list if nothing is enrolled', async () => {
  const { origin } = await serve(json([]))
  expect(await listAuthenticators({ domain: origin, mfaToken })).toEqual([])
})

it('calls fetch with exactly these arguments', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json([]))
  await listAuthenticators({ domain, mfaToken, fetch })
  expect(fetch.mock.calls).toStrictEqual([
    [
      new URL('https://tenant.eu.auth0.com/mfa/authenticators'),
      {
        headers: { authorization: `Bearer ${mfaToken}` },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      },
    ],
  ])
})

describe('an answer that is not a list', () => {
  const html: Answer = (response) => response.end('<h1>Wi-Fi</h1>')
  const refusal = (error: string, status: number) =>
    json({ error, error_description: oldCode }, status)

  test.each<[what: string, answer: Answer, code: RecoveryCodeErrorCode]>([
    ['HTML', html, 'invalid-response'],
    ['an object', json({ authenticators: [] }), 'invalid-response'],
    ['nothing', (response) => response.end(), 'invalid-response'],
    ['an expired token', refusal('expired_token', 401), 'sign-in-expired'],
    ['a grant that is not enabled', refusal('unauthorized_client', 403), 'not-enabled'],
    ['a rate limit', refusal('too_many_requests', 429), 'rate-limited'],
    ['a failing server', json({}, 500), 'server-error'],
    ['a reset', (_response, { socket }) => socket.resetAndDestroy(), 'network'],
    ['a redirect', (response) => response.writeHead(302, { location: '/login' }).end(), 'network'],
  ])('%s rejects', async (_what, answer, code) => {
    const { seen, origin } = await serve(answer)
    expect(await mistake({ domain: origin, mfaToken })).toMatchObject({
      name: 'RecoveryCodeError',
      code,
    })
    expect(seen).toHaveLength(1)
  })

  it('carries the status', async () => {
    const { origin } = await serve(html)
    expect(await mistake({ domain: origin, mfaToken })).toMatchObject({ status: 200 })
  })
})

describe('a broken fetch rejects with our own error', () => {
  const throws = () => {
    throw new TypeError(mfaToken)
  }
  test.each<[what: string, fetch: unknown]>([
    ['throws synchronously', throws],
    ['returns nothing', () => undefined],
    ['resolves to null', async () => null],
    ['is not a function', 'fetch'],
  ])('one that %s', async (_what, fetch) => {
    const request = { domain, mfaToken, fetch } as ListAuthenticatorsRequest
    expect(await mistake(request)).toMatchObject({ code: 'network' })
  })

  it('a missing one', async () => {
    vi.stubGlobal('fetch', undefined)
    try {
      expect(await mistake({ domain, mfaToken })).toMatchObject({ code: 'network' })
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('a mistake in the options rejects, and nothing is sent', () => {
  test.each<[what: string, options: Partial<ListAuthenticatorsRequest>]>([
    ['an empty mfa token', { mfaToken: '' }],
    ['a blank mfa token', { mfaToken: ' ' }],
    ['http', { domain: 'http://tenant.eu.auth0.com' }],
    ['a domain with credentials', { domain: 'tenant.eu.auth0.com@evil.example' }],
    ['an empty domain', { domain: '' }],
  ])('%s', async (_what, options) => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    expect(await mistake({ domain, mfaToken, fetch, ...options })).toMatchObject({
      code: 'misused',
    })
    expect(fetch).not.toHaveBeenCalled()
  })
})

it('an mfa token that is not a valid header value leaks nowhere', async () => {
  expect(await mistake({ domain, mfaToken: `${mfaToken}\n${oldCode}` })).toMatchObject({
    code: 'network',
  })
})
