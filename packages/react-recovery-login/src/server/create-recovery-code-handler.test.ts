import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { readVerification } from '../protocol/read-verification.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { form, options, post, secrets, tokenAnswer } from './server.fixture.ts'

/** A token endpoint over HTTP: 418 for anything but a POST to its path. */
const seen: { path: string; body: string; headers: IncomingHttpHeaders }[] = []
let answer: (response: ServerResponse) => unknown
const upstream = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    seen.push({ path: `${request.method} ${request.url}`, body, headers: request.headers })
    if (request.method !== 'POST' || request.url !== '/oauth/token') response.writeHead(418).end()
    else answer(response)
  })
})
let domain: string
beforeAll(async () => {
  await new Promise<void>((listening) => upstream.listen(0, '127.0.0.1', listening))
  domain = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`
})
afterAll(() => {
  upstream.closeAllConnections()
  upstream.close()
})
beforeEach(() => {
  seen.length = 0
  answer = (response) => json(response, 200, tokenAnswer)
})
afterEach(() => vi.useRealTimers())

function json(response: ServerResponse, status: number, body: unknown, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Posts once; returns the browser's response, how it is read, and the events. */
async function login(changes: Partial<RecoveryCodeHandlerOptions> = {}, request = post()) {
  const events: RecoveryCodeHandlerEvent[] = []
  const all = {
    ...options,
    domain,
    onEvent: (event: RecoveryCodeHandlerEvent) => void events.push(event),
    ...changes,
  }
  const response = await createRecoveryCodeHandler(all as RecoveryCodeHandlerOptions)(request)
  const text = await response.clone().text()
  return { response, text, events, verification: await readVerification(response) }
}

describe('the POST upstream', () => {
  it('has only the five parameters, percent-encoded', async () => {
    await login({}, post(form({ mfa_token: 'Fe26.2*a b', recovery_code: 'ABCD EFGH+/&=' })))
    expect(seen).toHaveLength(1)
    expect(seen[0]?.path).toBe('POST /oauth/token')
    expect(seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded\b/)
    expect(seen[0]?.body).toBe(
      'grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa-recovery-code' +
        '&client_id=client-1' +
        '&client_secret=secret-J8vQ%2B%2F%3D%26%25%C3%BC' +
        '&mfa_token=Fe26.2*a+b' +
        '&recovery_code=ABCD+EFGH%2B%2F%26%3D',
    )
  })

  it('carries an assertion instead of the secret, a new one each time', async () => {
    let signed = 0
    const handler = createRecoveryCodeHandler({
      ...options,
      domain,
      clientSecret: undefined,
      clientAssertion: async () => `assertion.${++signed}`,
    })
    await handler(post())
    await handler(post())
    const sent = seen.map(({ body }) => new URLSearchParams(body))
    expect(sent.map((body) => body.get('client_assertion'))).toEqual(['assertion.1', 'assertion.2'])
    expect([...sent[0]!.keys()].toSorted()).toEqual([
      'client_assertion',
      'client_assertion_type',
      'client_id',
      'grant_type',
      'mfa_token',
      'recovery_code',
    ])
    expect(sent[0]?.get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    )
  })

  it('carries no cookie or header of the browser', async () => {
    const headers = {
      origin: 'https://app.example.com',
      cookie: 'session=old',
      authorization: 'Bearer of-the-page',
      'x-forwarded-for': '203.0.113.7',
    }
    await login({}, post(form(), headers))
    for (const name of ['cookie', 'authorization', 'x-forwarded-for', 'origin', 'referer'])
      expect(seen[0]?.headers[name]).toBeUndefined()
    expect(seen[0]?.headers['auth0-forwarded-for']).toBeUndefined()
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['203.0.113.7, 198.51.100.1', undefined],
    ['203.0.113.7\r\nx-evil: 1', undefined],
    ['unknown', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('sends the address %j upstream as %j', async (address, sent) => {
    const { verification } = await login({ clientAddress: () => address })
    expect(verification.outcome).toBe('verified')
    expect(seen[0]?.headers['auth0-forwarded-for']).toBe(sent)
  })

  it('continues, and makes the session, if the browser has gone', async () => {
    const browser = new AbortController()
    const request = new Request(post(), { signal: browser.signal })
    answer = (response) => {
      browser.abort()
      setTimeout(() => json(response, 200, tokenAnswer), 20)
    }
    const onTokens = vi.fn<() => void>()
    const { verification } = await login({ onTokens }, request)
    expect(request.signal.aborted).toBe(true)
    expect(onTokens).toHaveBeenCalledOnce()
    expect(verification).toEqual({ outcome: 'verified', newRecoveryCode: secrets.newRecoveryCode })
  })
})

describe('an accepted code', () => {
  it('returns the new code first, then whether there is a session', async () => {
    const { response, text, events } = await login()
    expect(response.status).toBe(200)
    expect(text).toBe(`{"recovery_code":"${secrets.newRecoveryCode}","session":true}`)
    expect(events).toEqual([{ type: 'verified', rotated: true }])
  })

  it('returns no code if the tenant does not rotate', async () => {
    answer = (response) => json(response, 200, { ...tokenAnswer, recovery_code: undefined })
    const { text, events } = await login()
    expect(text).toBe('{"session":true}')
    expect(events).toEqual([{ type: 'verified', rotated: false }])
  })

  it('passes the tokens and the request to onTokens, without the code', async () => {
    const onTokens = vi.fn<RecoveryCodeHandlerOptions['onTokens']>()
    const request = post()
    await login({ onTokens }, request)
    const { recovery_code: _, ...tokens } = tokenAnswer
    expect(onTokens.mock.calls).toEqual([[tokens, request, expect.any(AbortSignal)]])
  })

  test.each<[string, HeadersInit]>([
    [
      'pairs',
      [
        ['set-cookie', 'a=1; HttpOnly'],
        ['set-cookie', 'b=2; Secure'],
      ],
    ],
    [
      'Headers',
      new Headers([
        ['Set-Cookie', 'a=1; HttpOnly'],
        ['set-cookie', 'b=2; Secure'],
      ]),
    ],
  ])('sends several cookies, given as %s, in the same answer', async (_how, headers) => {
    const { response } = await login({ onTokens: async () => headers })
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; Secure'])
  })

  it('sends other headers from onTokens, but none that describe or weaken this answer', async () => {
    const { response, text } = await login({
      onTokens: () => ({
        'x-request-id': '7',
        'content-type': 'text/html',
        'content-length': '3',
        'content-encoding': 'gzip',
        'transfer-encoding': 'chunked',
        'cache-control': 'public, max-age=600',
        'x-content-type-options': 'sniff',
        'access-control-allow-origin': '*',
        'access-control-allow-credentials': 'true',
      }),
    })
    expect(Object.fromEntries(response.headers)).toEqual({
      'x-request-id': '7',
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(text).toContain(secrets.newRecoveryCode)
  })
})

describe('K10 K11 a session that can’t be made', () => {
  const unfinished = [
    { type: 'callback-failed', callback: 'onTokens' },
    { type: 'unfinished', rotated: true },
  ]

  test.each<[string, RecoveryCodeHandlerOptions['onTokens']]>([
    [
      'throws',
      () => {
        throw new Error(secrets.accessToken)
      },
    ],
    ['rejects (the store fails on write)', () => Promise.reject(new Error(secrets.idToken))],
    ['rejects with nothing', () => Promise.reject(undefined)],
    ['returns a header that can’t be sent', () => ({ 'set-cookie': 'a=1\r\nx-evil: 1' })],
  ])('if onTokens %s, the person still gets the new code', async (_how, onTokens) => {
    const { response, text, events, verification } = await login({ onTokens })
    expect(response.status).toBe(200)
    expect(text).toBe(`{"recovery_code":"${secrets.newRecoveryCode}","session":false}`)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(events).toEqual(unfinished)
    expect(verification).toMatchObject({ outcome: 'unfinished' })
  })

  it('if onTokens never settles, the new code is sent after ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let asked: () => void
    const called = new Promise<void>((resolve) => (asked = resolve))
    const onTokens = () => {
      asked()
      return new Promise<void>(() => undefined)
    }
    const answered = login({ onTokens, fetch: async () => Response.json(tokenAnswer) })
    await called
    await vi.advanceTimersByTimeAsync(9_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    const { text, events } = await answered
    expect(text).toBe(`{"recovery_code":"${secrets.newRecoveryCode}","session":false}`)
    expect(events).toEqual(unfinished)
  })

  it('leaves no timer once the session is made', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await login({ fetch: async () => Response.json(tokenAnswer) })
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    [
      'cut off after the code',
      (whole: string) => whole.slice(0, whole.indexOf('","token_type') + 1),
    ],
    ['without tokens', () => JSON.stringify({ recovery_code: secrets.newRecoveryCode })],
    [
      'that claims a session',
      () => JSON.stringify({ recovery_code: secrets.newRecoveryCode, session: true }),
    ],
  ])('an answer %s yields the code, and nobody is signed in', async (_how, cut) => {
    answer = (response) => {
      const part = cut(JSON.stringify(tokenAnswer))
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write(part, () => (part.endsWith('}') ? response.end() : response.destroy()))
    }
    const onTokens = vi.fn<() => void>()
    const { text, events, verification } = await login({ onTokens })
    expect(onTokens).not.toHaveBeenCalled()
    expect(text).toBe(`{"recovery_code":"${secrets.newRecoveryCode}","session":false}`)
    expect(events).toEqual([{ type: 'unfinished', rotated: true }])
    expect(verification.outcome).toBe('unfinished')
  })
})

describe('a refusal', () => {
  type Row = [
    upstream: [status: number, body: object | string, headers?: object],
    browser: [status: number, error: string],
    meaning: string,
  ]
  test.each<Row>([
    [
      [403, { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' }],
      [403, 'invalid_grant'],
      'code-rejected',
    ],
    [
      [400, { error: 'access_denied', error_description: 'MFA Authorization rejected.' }],
      [403, 'invalid_grant'],
      'code-rejected',
    ],
    [
      [403, { error: 'invalid_grant', error_description: 'Malformed mfa_token' }],
      [401, 'expired_token'],
      'sign-in-expired',
    ],
    [
      [401, { error: 'expired_token', error_description: 'mfa_token is expired' }],
      [401, 'expired_token'],
      'sign-in-expired',
    ],
    [
      [400, { error: 'invalid_request', error_description: 'mfa_token not issued to this client' }],
      [401, 'expired_token'],
      'sign-in-expired',
    ],
    [[429, { error: 'too_many_attempts' }], [429, 'too_many_attempts'], 'rate-limited'],
    [
      [
        403,
        {
          error: 'invalid_grant',
          error_description: 'You reached the maximum number of attempts.',
        },
      ],
      [429, 'too_many_attempts'],
      'rate-limited',
    ],
    [
      [403, { error: 'access_denied', error_description: 'An Action said no' }],
      [403, 'access_denied'],
      'access-denied',
    ],
    [
      [401, { error: 'unauthorized', error_description: 'user is blocked' }],
      [403, 'access_denied'],
      'access-denied',
    ],
    [[403, { error: 'unauthorized_client' }], [403, 'unauthorized_client'], 'not-enabled'],
    [
      [401, { error: 'invalid_client', error_description: 'Client assertion is expired' }],
      [403, 'unauthorized_client'],
      'not-enabled',
    ],
    [
      [401, { error: 'access_denied', error_description: 'Unauthorized' }],
      [403, 'unauthorized_client'],
      'not-enabled',
    ],
    [[403, '<h1>Forbidden</h1>'], [403, 'unauthorized_client'], 'not-enabled'],
  ])('%j reads in the browser as %j: %s', async ([status, body, headers], [sent, error], code) => {
    answer = (response) => json(response, status, body, headers)
    const onTokens = vi.fn<() => void>()
    const { response, text, events, verification } = await login({ onTokens })
    expect([response.status, JSON.parse(text)]).toEqual([sent, { error }])
    expect(verification).toMatchObject({ outcome: 'refused', error: { code } })
    expect(events).toEqual([{ type: 'refused', code }])
    expect(onTokens).not.toHaveBeenCalled()
    expect(seen).toHaveLength(1)
  })

  test.each([
    [{ 'retry-after': '90' }, '90', 90_000],
    [{ 'retry-after': '0' }, '1', 1000],
    [{ 'retry-after': '86400' }, '3600', 3_600_000],
    [{}, null, undefined],
  ])('K12 passes on its wait %j in seconds', async (headers, seconds, retryAfter) => {
    answer = (response) => json(response, 429, { error: 'too_many_requests' }, headers)
    const { response, verification } = await login()
    expect(response.headers.get('retry-after')).toBe(seconds)
    expect('error' in verification && verification.error.retryAfter).toBe(retryAfter)
  })

  it('K12 passes on a wait until a date in seconds, rounded up', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_900_000_000_500 })
    answer = (response) => json(response, 429, {}, { 'x-ratelimit-reset': '1900000120' })
    const { response } = await login()
    expect(response.headers.get('retry-after')).toBe('120')
  })

  const mfaRequired = {
    error: 'mfa_required',
    mfa_token: secrets.nextMfaToken,
    mfa_requirements: { challenge: [{ type: 'otp' }, { type: 'phone' }] },
  }

  it('passes on the next mfa token for another factor', async () => {
    answer = (response) => json(response, 401, { error_description: 'More', ...mfaRequired })
    const { response, text, verification } = await login()
    expect(response.status).toBe(403)
    expect(JSON.parse(text)).toEqual(mfaRequired)
    expect(verification).toMatchObject({
      outcome: 'refused',
      error: { code: 'another-factor' },
      next: { mfaToken: secrets.nextMfaToken, challenge: ['otp', 'phone'] },
    })
  })

  it('passes on only the token for another factor without listed requirements', async () => {
    answer = (response) => json(response, 403, { ...mfaRequired, mfa_requirements: undefined })
    const { text } = await login()
    expect(JSON.parse(text)).toEqual({ error: 'mfa_required', mfa_token: secrets.nextMfaToken })
  })

  describe('K34 for another factor, to a browser that holds a handle', () => {
    const handle = 'dW5ndWVzc2FibGUtMTZieQ'
    const request = () => post(form({ mfa_token: handle }))
    const resolveMfaToken = () => secrets.mfaToken
    const factors = { mfa_requirements: mfaRequired.mfa_requirements }
    type Keep = NonNullable<RecoveryCodeHandlerOptions['onAnotherFactor']>

    it('passes on the handle, and the server stores the next mfa token', async () => {
      answer = (response) => json(response, 403, mfaRequired)
      const onAnotherFactor = vi.fn<Keep>(async () => ({ 'set-cookie': 'sign-in=2; HttpOnly' }))
      const sent = request()
      const { response, text, verification, events } = await login(
        { resolveMfaToken, onAnotherFactor },
        sent,
      )
      const next = { mfaToken: secrets.nextMfaToken, challenge: ['otp', 'phone'] }
      expect(onAnotherFactor.mock.calls).toEqual([[next, sent, handle]])
      expect(JSON.parse(text)).toEqual({ error: 'mfa_required', mfa_token: handle, ...factors })
      expect(response.headers.getSetCookie()).toEqual(['sign-in=2; HttpOnly'])
      expect(verification).toMatchObject({ next: { mfaToken: handle, challenge: next.challenge } })
      expect(events).toEqual([{ type: 'refused', code: 'another-factor' }])
    })

    it('sends its cookie along with a wait from the server', async () => {
      answer = (response) => json(response, 403, mfaRequired, { 'retry-after': '7' })
      const onAnotherFactor = () => ({ 'set-cookie': 'sign-in=2; HttpOnly' })
      const { response } = await login({ resolveMfaToken, onAnotherFactor }, request())
      expect(response.headers.getSetCookie()).toEqual(['sign-in=2; HttpOnly'])
      expect(response.headers.get('retry-after')).toBe('7')
    })

    it('passes on no next if it isn’t stored', async () => {
      answer = (response) => json(response, 403, mfaRequired)
      const { text, verification } = await login({ resolveMfaToken }, request())
      expect(JSON.parse(text)).toEqual({ error: 'mfa_required' })
      expect(verification).toMatchObject({ error: { code: 'another-factor' } })
      expect(verification).not.toHaveProperty('next')
    })

    test.each<[string, Keep]>([
      ['throws', () => Promise.reject(new Error(secrets.nextMfaToken))],
      ['returns a header that can’t be sent', () => ({ 'set-cookie': 'a=1\r\nx-evil: 1' })],
      ['returns a cookie that no browser keeps', () => ({ 'set-cookie': `a=${'x'.repeat(4096)}` })],
    ])('nor if onAnotherFactor %s', async (_how, onAnotherFactor) => {
      answer = (response) => json(response, 403, mfaRequired)
      const { response, text, events } = await login(
        { resolveMfaToken, onAnotherFactor },
        request(),
      )
      expect([response.status, JSON.parse(text)]).toEqual([403, { error: 'mfa_required' }])
      expect(response.headers.getSetCookie()).toEqual([])
      expect(events).toEqual([
        { type: 'callback-failed', callback: 'onAnotherFactor' },
        { type: 'refused', code: 'another-factor' },
      ])
    })

    it('does not call onAnotherFactor if the browser holds the mfa token itself', async () => {
      answer = (response) => json(response, 403, mfaRequired)
      const onAnotherFactor = vi.fn<Keep>()
      const { text } = await login({ onAnotherFactor })
      expect(onAnotherFactor).not.toHaveBeenCalled()
      expect(JSON.parse(text)).toEqual(mfaRequired)
    })
  })
})

describe('K12 an answer that leaves open whether the code was used', () => {
  test.each<[string, (response: ServerResponse) => unknown, code: string]>([
    [
      'a redirect',
      (response) => response.writeHead(307, { location: `${domain}/elsewhere` }).end(),
      'invalid-response',
    ],
    [
      'a permanent redirect',
      (response) => response.writeHead(308, { location: '/oauth/token' }).end(),
      'invalid-response',
    ],
    [
      'a page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>'),
      'invalid-response',
    ],
    ['nothing', (response) => response.writeHead(200).end(), 'invalid-response'],
    [
      'a server error',
      (response) => json(response, 500, { error: 'server_error' }),
      'server-error',
    ],
    [
      'a gateway’s page',
      (response) => response.writeHead(502).end('<h1>Bad gateway</h1>'),
      'server-error',
    ],
    ['a broken connection', (response) => response.destroy(), 'network'],
    [
      'more than 64 KB',
      (response) => json(response, 200, { junk: 'x'.repeat(70_000) }),
      'invalid-response',
    ],
  ])('%s is 502, without a second POST', async (_what, reply, code) => {
    answer = reply
    const { response, text, events, verification } = await login()
    expect([response.status, text]).toEqual([502, '{"error":"server_error"}'])
    expect(events).toEqual([{ type: 'unknown', code }])
    expect(verification).toMatchObject({ outcome: 'unknown', error: { code: 'server-error' } })
    expect(seen.map(({ path }) => path)).toEqual(['POST /oauth/token'])
  })

  it('passes on the wait from a server that is down', async () => {
    answer = (response) => json(response, 503, {}, { 'retry-after': '7' })
    const { response } = await login()
    expect([response.status, response.headers.get('retry-after')]).toEqual([502, '7'])
  })

  it('is the same if the server can’t be reached', async () => {
    const { response, events } = await login({ domain: 'http://127.0.0.1:1' })
    expect(response.status).toBe(502)
    expect(events).toEqual([{ type: 'unknown', code: 'network' }])
  })
})

describe('a browser that only holds a handle', () => {
  it('posts the handle, and the real mfa token is sent upstream', async () => {
    const resolveMfaToken = vi.fn<NonNullable<RecoveryCodeHandlerOptions['resolveMfaToken']>>(
      async () => secrets.mfaToken,
    )
    const request = post(form({ mfa_token: 'handle-of-128-random-bits' }))
    await login({ resolveMfaToken }, request)
    expect(resolveMfaToken.mock.calls).toEqual([['handle-of-128-random-bits', request]])
    expect(new URLSearchParams(seen[0]?.body).get('mfa_token')).toBe(secrets.mfaToken)
    expect(seen[0]?.body).not.toContain('handle-of-128-random-bits')
  })

  test.each([undefined, ''])('that resolves to %j starts the sign-in again', async (token) => {
    const { response, text, events, verification } = await login({ resolveMfaToken: () => token })
    expect([response.status, text]).toEqual([401, '{"error":"expired_token"}'])
    expect(verification).toMatchObject({ outcome: 'refused', error: { code: 'sign-in-expired' } })
    expect(events).toEqual([{ type: 'refused', code: 'sign-in-expired' }])
    expect(seen).toEqual([])
  })
})

test.each<[string, Partial<RecoveryCodeHandlerOptions>]>([
  ['resolveMfaToken', { resolveMfaToken: () => Promise.reject(new Error(secrets.mfaToken)) }],
  [
    'clientAssertion',
    {
      clientSecret: undefined,
      clientAssertion: () => {
        throw new Error('key store: timed out')
      },
    },
  ],
  [
    'clientAddress',
    {
      clientAddress: () => {
        throw new Error('no socket')
      },
    },
  ],
])(
  'if %s fails, nothing is sent, and the code does not read as used',
  async (callback, changes) => {
    const { response, text, events, verification } = await login(changes)
    expect([response.status, text]).toEqual([403, '{"error":"unauthorized_client"}'])
    expect(verification).toMatchObject({
      outcome: 'refused',
      error: { code: 'not-enabled', codeMayBeSpent: false },
    })
    expect(events).toEqual([
      { type: 'callback-failed', callback },
      { type: 'refused', code: 'not-enabled' },
    ])
    expect(seen).toEqual([])
  },
)

test.each<[string, () => void]>([
  [
    'throws',
    () => {
      throw new Error('logger down')
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('logger down')
    },
  ],
])('an onEvent that %s changes nothing', async (_how, onEvent) => {
  const { text } = await login({ onEvent })
  expect(text).toContain(secrets.newRecoveryCode)
})
