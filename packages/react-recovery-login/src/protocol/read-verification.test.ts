import { describe, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import { readVerification } from './read-verification.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'

const CODE = 'K6LGLV3RSH3VERMKET8L7QKU'
const guide = {
  access_token: 'O3...H4',
  id_token: 'eyJh...w',
  scope: 'openid profile',
  expires_in: 86_400,
  recovery_code: CODE,
  token_type: 'Bearer',
}
const { recovery_code: _, ...tokens } = guide
const recordedTokens = {
  access_token: 'O3...H4',
  expires_in: 86_400,
  scope: 'openid profile',
  token_type: 'Bearer',
}
const recorded = { ...recordedTokens, recovery_code: '17EQHNZC2SZDYG7X4QXVX9SW' }

function read(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return readVerification(new Response(text, { status, headers }))
}

const verified = (rest: object) => ({ outcome: 'verified', ...rest })
const odd = (outcome: 'unfinished' | 'unknown', rest: object = {}, status = 200) => ({
  outcome,
  ...rest,
  error: new RecoveryCodeError('invalid-response', { status }),
})
const newRecoveryCode = CODE
const unfinished = odd('unfinished', { newRecoveryCode })

describe('a success', () => {
  test.each<[what: string, body: unknown, verification: object]>([
    ['as the guide shows it', guide, verified({ tokens, newRecoveryCode })],
    [
      'as recorded, without an ID token',
      recorded,
      verified({ tokens: recordedTokens, newRecoveryCode: '17EQHNZC2SZDYG7X4QXVX9SW' }),
    ],
    [
      'with a refresh token and unknown members',
      { ...guide, refresh_token: 'r', authorization_details: [], x: { recovery_code: 'no' } },
      verified({ tokens: { ...tokens, refresh_token: 'r' }, newRecoveryCode }),
    ],
    ['B12 without a new code (rotation off)', tokens, verified({ tokens })],
    [
      'with only the access token and the code',
      { access_token: 'a', recovery_code: CODE },
      verified({ tokens: { access_token: 'a', token_type: 'Bearer' }, newRecoveryCode }),
    ],
    ['B11 with a code and no token', { recovery_code: CODE }, unfinished],
    [
      'B11 with only a code and an ID token',
      { recovery_code: CODE, id_token: 'i', token_type: 'Bearer' },
      unfinished,
    ],
    ['from the handler', { recovery_code: CODE, session: true }, verified({ newRecoveryCode })],
    ['from the handler, without a new code', { session: true }, verified({})],
    ['from the handler, without a session', { recovery_code: CODE, session: false }, unfinished],
    ['from the handler, without session or code', { session: false }, odd('unfinished')],
    ['with tokens but no session', { ...guide, session: false }, unfinished],
    ['with a session that is not a boolean', { session: 'true' }, odd('unknown')],
    ['with neither', { token_type: 'Bearer', expires_in: 1 }, odd('unknown')],
    ['with blank members', { access_token: '', recovery_code: ' ' }, odd('unknown')],
    ['with a blank code', { ...guide, recovery_code: ' \n' }, verified({ tokens })],
  ])('%s', async (_what, body, verification) => {
    expect(await read(body)).toStrictEqual(verification)
  })

  it.each([200, 201, 203, 206, 299])('at %i', async (status) => {
    expect(await read(guide, status)).toMatchObject({ outcome: 'verified', newRecoveryCode: CODE })
  })

  it.each([undefined, 'application/json', 'text/html', 'text/plain; charset=utf-16', 'x'])(
    'with content type %s',
    async (type) => {
      const headers = type === undefined ? undefined : { 'content-type': type }
      expect(await read(guide, 200, headers)).toMatchObject({ newRecoveryCode: CODE })
    },
  )

  it('B10 with any ID token, which is passed raw', async () => {
    for (const id_token of ['garbage', 'e30.e30.', `${'x'.repeat(9000)}`])
      expect(await read({ ...guide, id_token })).toEqual({
        outcome: 'verified',
        tokens: { ...tokens, id_token },
        newRecoveryCode: CODE,
      })
  })
})

describe('keeps a code as it is', () => {
  test.each<[what: string, code: string]>([
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['script', '</script><script>alert(1)</script>'],
    ['bidirectional marks', '\u202EUKQ7\u202C\u2066K6LG\u2069'],
    ['zero-width characters', 'K6LG\u200BLV3R\u200D'],
    ['emoji', '🔑🧑‍🚀🇪🇺'],
    ['4 KB', 'K6LG'.repeat(1024)],
    ['quotes and line breaks', '"K6LG"\\\n'],
    ['hyphens and lower case', 'k6lg-lv3r'],
  ])('E9 %s', async (_what, recovery_code) => {
    expect(await read({ ...guide, recovery_code })).toMatchObject({
      newRecoveryCode: recovery_code,
    })
  })
})

describe('the last of a repeated member wins', () => {
  test.each<[text: string, verification: object]>([
    [
      `{"access_token":"a","recovery_code":"OLD","recovery_code":"${CODE}"}`,
      { newRecoveryCode: CODE },
    ],
    [
      `{"recovery_code":"${CODE}","access_token":"a","access_token":"b"}`,
      { tokens: { access_token: 'b' } },
    ],
    ['{"access_token":"a","session":true,"session":false}', { outcome: 'unfinished' }],
  ])('E5 %s', async (text, verification) => {
    expect(await read(text)).toMatchObject(verification)
  })
})

describe('an unknown outcome', () => {
  const page = '<!doctype html><title>Wi-Fi</title><form method=post><input name=email></form>'
  test.each<[what: string, response: () => Response]>([
    ['D9 200 text/html', () => new Response(page, { headers: { 'content-type': 'text/html' } })],
    ['D10 200 empty', () => new Response('')],
    ['D10 200 without a body', () => new Response(null)],
    ['D10 204', () => new Response(null, { status: 204 })],
    ['D10 null', () => new Response('null')],
    ['D10 []', () => new Response('[]')],
    ['D10 "x"', () => new Response(`"${CODE}"`)],
    ['D10 24', () => new Response('24')],
    ['an array around a success', () => Response.json([guide])],
    ['a nested success', () => Response.json({ data: guide })],
    ['a form', () => new Response(new URLSearchParams({ access_token: 'a', recovery_code: CODE }))],
  ])('%s', async (_what, response) => {
    const answer = response()
    expect(await readVerification(answer)).toStrictEqual(odd('unknown', {}, answer.status))
  })

  it('an answer the page can’t see (opaque)', async () => {
    expect(await readVerification(Response.error())).toStrictEqual(odd('unknown', {}, 0))
  })

  it('a body that was already read', async () => {
    const response = Response.json(guide)
    await response.text()
    expect(await readVerification(response)).toStrictEqual(odd('unknown'))
  })
})

describe('another factor', () => {
  const { mfaToken, oldCode } = canaries
  const body = {
    error: 'mfa_required',
    error_description: `Multifactor authentication required ${oldCode}`,
    mfa_token: mfaToken,
    mfa_requirements: { challenge: [{ type: 'otp' }, { type: 'recovery-code' }] },
  }

  it('F3 puts the next mfa token on the verification, never on the error', async () => {
    const answer = await read(body, 403)
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: { code: 'another-factor' },
      next: { mfaToken, challenge: ['otp', 'recovery-code'] },
    })
    expect(findCanaries(answer.outcome === 'refused' && answer.error)).toEqual([])
  })

  it.each([
    ['without a token', { ...body, mfa_token: undefined }, 403],
    ['with another error', { ...body, error: 'invalid_grant' }, 403],
  ])('%s has no next', async (_what, without, status) => {
    expect(await read(without, status)).not.toHaveProperty('next')
  })
})

describe('an answer with neither `ok` nor a stream, as a test stubs it', () => {
  const stub = (body: object, status?: number) =>
    readVerification({ ...(status && { status }), json: async () => body } as Response)

  it.each([undefined, 200, 399])('with the status %s is a success', async (status) => {
    expect(await stub(guide, status)).toEqual(verified({ tokens, newRecoveryCode }))
  })

  it.each([400, 403])('with the status %s is a refusal', async (status) => {
    const answer = await stub({ error: 'invalid_grant' }, status)
    expect(answer).toMatchObject({ outcome: 'refused', error: { code: 'code-rejected', status } })
  })
})

it('nothing comes later behind a refusal that stalls', async () => {
  vi.useFakeTimers()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>()
  void writable.getWriter().write(new TextEncoder().encode('{"error":"invalid_grant",'))
  const answer = readVerification(new Response(readable, { status: 403 }))
  await vi.advanceTimersByTimeAsync(3000)
  vi.useRealTimers()
  expect(Object.keys(await answer)).toEqual(['outcome', 'error'])
})
