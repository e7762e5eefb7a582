import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { readVerification } from '../protocol/read-verification.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import type { RequestRefusal } from './refuse-request.ts'
import { form, options, post, tokenAnswer } from './server.fixture.ts'

const OWN = 'https://app.example.com'
const FORM = 'application/x-www-form-urlencoded'
const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'

/** The answer and its status, how many requests went upstream, and the events. */
async function send(
  request: Request,
  allowedOrigins: readonly string[] = [],
  trustForwardedHost?: boolean,
) {
  let upstream = 0
  const events: RecoveryCodeHandlerEvent[] = []
  const handler = createRecoveryCodeHandler({
    ...options,
    allowedOrigins,
    trustForwardedHost,
    onEvent: (event) => void events.push(event),
    fetch: async () => {
      upstream++
      return Response.json(tokenAnswer)
    },
  })
  const response = await handler(request)
  return { status: response.status, response, upstream, events }
}

const reasons: Readonly<Record<number, readonly RequestRefusal[]>> = {
  400: ['wrong-parameters', 'unreadable-body'],
  403: ['foreign-origin'],
  405: ['wrong-method'],
  413: ['too-large'],
  415: ['wrong-content-type'],
}

async function expectRefused(request: Request, status: number) {
  const sent = await send(request)
  expect([sent.status, sent.upstream]).toEqual([status, 0])
  expect(Object.fromEntries(sent.response.headers)).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  const body = (await sent.response.clone().json()) as Record<string, unknown>
  const reason = expect.toBeOneOf([...(reasons[status] ?? [])])
  expect(body).toEqual({
    error: 'invalid_request',
    error_description: expect.any(String),
    not_sent: reason,
  })
  // K32: the same reason on both sides, and the browser knows that no code was used.
  expect(sent.events).toEqual([{ type: 'request-refused', status, reason: body.not_sent }])
  const verification = await readVerification(sent.response.clone())
  expect(verification).toMatchObject({
    outcome: 'refused',
    error: { code: 'not-sent', status, reason: body.not_sent, codeMayBeSpent: false },
  })
  return sent.response
}

describe('K2 a request of the wrong kind', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])('%s is 405', async (method) => {
    const request = new Request(`${OWN}/`, { method, headers: { origin: OWN } })
    const response = await expectRefused(request, 405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  test.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    `${FORM}, application/json`,
    `${FORM}x`,
    `${FORM}; boundary=x`,
    `${FORM}; charset=utf-8; charset=iso-8859-1`,
    '',
  ])('content type %j is 415', async (type) => {
    await expectRefused(post(form(), { origin: OWN, 'content-type': type }), 415)
  })

  test.each(['iso-8859-1', '"utf-16"', 'utf-8x', ''])('K28 charset %j is 415', async (charset) => {
    const type = `${FORM}; charset=${charset}`
    await expectRefused(post(form(), { origin: OWN, 'content-type': type }), 415)
  })

  it('no content type is 415', async () => {
    const body = new TextEncoder().encode(form().toString())
    const request = post(body, { origin: OWN })
    expect(request.headers.get('content-type')).toBeNull()
    await expectRefused(request, 415)
  })

  test.each([
    FORM,
    `${FORM};charset=UTF-8`,
    `${FORM.toUpperCase()} ; charset=utf-8`,
    `${FORM}; charset="utf-8"`,
  ])('content type %j is accepted', async (type) => {
    const request = post(form().toString(), { origin: OWN, 'content-type': type })
    expect(await send(request)).toMatchObject({ status: 200, upstream: 1 })
  })

  test.each([
    [0, 200],
    [1, 413],
  ])('a body of 8,192 bytes and %i more is %i', async (more, status) => {
    const rest = 8192 - form({ mfa_token: '' }).toString().length
    const request = post(form({ mfa_token: 't'.repeat(rest + more) }))
    expect((await send(request)).status).toBe(status)
  })

  it('an endless body is 413, and is not read further', async () => {
    let chunks = 0
    let cancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks++
        controller.enqueue(new Uint8Array(1000).fill(97))
      },
      cancel() {
        cancelled = true
      },
    })
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { origin: OWN, 'content-type': FORM },
    }
    await expectRefused(new Request(OWN, init), 413)
    expect(cancelled).toBe(true)
    expect(chunks).toBeLessThan(12)
  })

  it('a body that breaks off is 400', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(form().toString())),
      pull: (controller) => controller.error(new Error('client gone')),
    })
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { origin: OWN, 'content-type': FORM },
    }
    await expectRefused(new Request(OWN, init), 400)
  })

  it('a body that was read or locked by something else is 400', async () => {
    const read = post()
    await read.text()
    await expectRefused(read, 400)
    const held = post()
    held.body?.getReader()
    await expectRefused(held, 400)
  })

  it('no body is 400', async () => {
    const headers = { origin: OWN, 'content-type': FORM }
    await expectRefused(new Request(OWN, { method: 'POST', headers }), 400)
  })

  test.each<[string, BodyInit]>([
    ['JSON', JSON.stringify(Object.fromEntries(form()))],
    ['K28 a percent sign that encodes nothing', `${form()}%zz`],
    ['K28 an encoding of invalid UTF-8', `${form()}%ff`],
    ['K28 an encoding that is cut off', `${form()}%E2%82`],
    ['K28 a byte order mark before it', `\ufeff${form()}`],
    ['K28 a byte order mark inside', `${form()}`.replace('&mfa', '&\ufeffmfa')],
    ['K28 a leading question mark', `?${form()}`],
    ['invalid UTF-8', new Uint8Array([...new TextEncoder().encode(form().toString()), 0xff])],
  ])('%s is 400', async (_what, body) => {
    await expectRefused(post(body, { origin: OWN, 'content-type': FORM }), 400)
  })

  test.each(['grant_type', 'mfa_token', 'recovery_code'])('without %s, 400', async (name) => {
    const without = form()
    without.delete(name)
    await expectRefused(post(without), 400)
    await expectRefused(post(form({ [name]: '' })), 400)
  })

  it('sends no other grant type upstream', async (context) => {
    const numRuns = runs(5000, 500)
    const grants = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('password', 'refresh_token', GRANT.toUpperCase(), `${GRANT} `, `${GRANT}/`),
      fc.constantFrom(GRANT.replace('http:', 'https:'), 'authorization_code', 'client_credentials'),
    )
    await fc.assert(
      fc.asyncProperty(
        grants.filter((grant) => grant !== GRANT),
        async (grant) => {
          const { status, upstream } = await send(post(form({ grant_type: grant })))
          expect([status, upstream]).toEqual([400, 0])
        },
      ),
      { numRuns },
    )
    proves(context, 'N9', `${numRuns} grant types, 0 calls upstream`)
  }, 30_000)

  it('sends no bytes upstream but the three parameters', async (context) => {
    const numRuns = runs(5000, 1000)
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 9000 }),
      fc.string().map((text) => `${form()}&${text}`),
    )
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { status, upstream } = await send(
          post(body as BodyInit, { origin: OWN, 'content-type': FORM }),
        )
        // An empty pair adds no parameter.
        const same = typeof body === 'string' && `${new URLSearchParams(body)}` === `${form()}`
        expect([[400, 413].includes(status), upstream]).toEqual(same ? [false, 1] : [true, 0])
      }),
      { numRuns },
    )
    proves(context, 'N9', `${numRuns} bodies, 0 calls upstream`)
  }, 30_000)
})

describe('K14 a polluted form', () => {
  it('with a parameter twice, in any order, is 400', async (context) => {
    const numRuns = runs(500, 200)
    const names = fc.constantFrom('grant_type', 'mfa_token', 'recovery_code')
    await fc.assert(
      fc.asyncProperty(names, fc.boolean(), fc.string(), async (name, same, value) => {
        const twice = form()
        twice.append(name, same ? (twice.get(name) ?? '') : value)
        for (const body of [twice, new URLSearchParams([...twice].toReversed())])
          expect(await send(post(body))).toMatchObject({ status: 400, upstream: 0 })
      }),
      { numRuns },
    )
    proves(context, 'N9', `${numRuns} forms, 0 calls upstream`)
  }, 30_000)

  it('with any other parameter is 400', async (context) => {
    const numRuns = runs(500, 200)
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('client_id', 'client_secret', 'client_assertion', 'scope', 'audience', 'otp'),
      fc.constantFrom('__proto__', 'constructor', 'recovery_code[]', 'Recovery_Code', 'status'),
    )
    await fc.assert(
      fc.asyncProperty(names, fc.string(), async (name, value) => {
        fc.pre(!form().has(name))
        const more = form()
        more.append(name, value)
        expect(await send(post(more))).toMatchObject({ status: 400, upstream: 0 })
        const instead = new URLSearchParams([...form()].slice(0, 2))
        instead.append(name, value)
        expect(await send(post(instead))).toMatchObject({ status: 400, upstream: 0 })
      }),
      { numRuns },
    )
    proves(context, 'N9', `${numRuns} forms, 0 calls upstream`)
  }, 30_000)

  it('ignores parameters in the URL', async () => {
    const headers = { origin: OWN, 'content-type': FORM }
    const request = new Request(`${OWN}/?${form()}`, { method: 'POST', body: 'a=b', headers })
    await expectRefused(request, 400)
  })
})

describe('K3 a page of another origin', () => {
  const OTHER = 'https://login.example.com'
  type Headers = Record<string, string>

  test.each<[Headers]>([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [{ origin: OWN, 'sec-fetch-site': 'cross-site' }],
    [{ origin: OWN, 'sec-fetch-site': 'same-site' }],
    [{ origin: OWN, 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'null' }],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://app.example.com' }],
    [{ origin: 'http://app.example.com', 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'https://app.example.com:8443' }],
    [{ origin: 'https://app.example.com.evil.example' }],
    [{ origin: 'https://xapp.example.com' }],
    [{ origin: `${OWN}/` }],
    [{ origin: `${OWN}, https://evil.example` }],
    [{ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    [{ origin: 'https://evil.example', forwarded: 'host=evil.example' }],
    [{}],
  ])('%j is 403', async (headers) => {
    const response = await expectRefused(post(form(), headers), 403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each<[Headers]>([
    [{ origin: OWN }],
    [{ origin: OWN, 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: OWN, host: 'app.example.com:443' }],
    // Only a non-browser can send the two together, and that can send anything.
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('%j is same-origin, and gets no CORS headers', async (headers) => {
    const { status, upstream, response } = await send(post(form(), headers), [OTHER])
    expect([status, upstream]).toEqual([200, 1])
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  const VOUCHED = { 'sec-fetch-site': 'same-origin' }
  const LOCAL = 'http://localhost:5173'
  test.each<[url: string, headers: Headers, status: number, trustForwardedHost?: boolean]>([
    // Next.js on its own server: the URL is the process's, whatever the host.
    ['http://localhost:3000', { origin: OWN, host: 'app.example.com', ...VOUCHED }, 200],
    ['http://localhost:3000', { origin: OWN, host: 'app.example.com' }, 200],
    // A proxy that terminates TLS.
    ['http://app.example.com', { origin: OWN, ...VOUCHED }, 200],
    ['http://app.example.com', { origin: OWN }, 200],
    // One that also rewrites the host, or drops its port.
    ['http://backend:8080', { origin: OWN, host: 'backend:8080', ...VOUCHED }, 200],
    ['http://backend:8080', { origin: OWN, host: 'backend:8080' }, 403],
    ['http://h', { origin: `${OWN}:8443`, host: 'app.example.com', ...VOUCHED }, 200],
    ['http://h', { origin: `${OWN}:8443`, host: 'app.example.com' }, 403],
    // Vite with `changeOrigin`.
    ['http://localhost:3000', { origin: LOCAL, host: 'localhost:3000', ...VOUCHED }, 200],
    ['http://localhost:3000', { origin: LOCAL, host: 'localhost:3000' }, 403],
    ['http://localhost:5173', { origin: LOCAL, host: 'localhost:5173' }, 200],
    // `x-forwarded-host` counts only if the app trusts it.
    [
      'http://backend',
      { origin: OWN, host: 'backend', 'x-forwarded-host': 'app.example.com' },
      403,
    ],
    ['http://h', { origin: OWN, host: 'h', 'x-forwarded-host': 'app.example.com' }, 200, true],
    ['http://h', { origin: OWN, host: 'h', 'x-forwarded-host': 'app.example.com, h' }, 200, true],
    ['http://h', { origin: OWN, host: 'h', 'x-forwarded-host': 'evil.example' }, 403, true],
    ['http://h', { origin: 'http://h', host: 'h', 'x-forwarded-host': 'h' }, 403, true],
    ['http://h', { origin: OWN, host: 'app.example.com' }, 200, true],
    // An unreadable host.
    ['http://h', { origin: OWN, host: ':' }, 403],
  ])('K31 behind a proxy, %s with %j is %i', async (url, headers, status, trusted) => {
    const request = new Request(`${url}/login`, { method: 'POST', body: form(), headers })
    expect((await send(request, [], trusted)).status).toBe(status)
  })

  test.each<[string, Headers]>([
    ['on the same site', { origin: OTHER, 'sec-fetch-site': 'same-site' }],
    ['on another site', { origin: OTHER, 'sec-fetch-site': 'cross-site' }],
    ['in an old browser', { origin: OTHER }],
  ])('an allowed one %s may post and read', async (_what, headers) => {
    const { response, upstream } = await send(post(form(), headers), ['https://x.example', OTHER])
    expect([response.status, upstream]).toEqual([200, 1])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': OTHER,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
      vary: 'origin',
    })
  })

  it('if allowed, can also read a refusal', async () => {
    const { response } = await send(post('a=b', { origin: OTHER, 'content-type': FORM }), [OTHER])
    expect(response.status).toBe(400)
    expect(response.headers.get('access-control-allow-origin')).toBe(OTHER)
  })

  it('never gets in, whatever it claims', async (context) => {
    const numRuns = runs(500, 200)
    const strangers = fc.webUrl().map((url) => new URL(url).origin)
    const sites = fc.constantFrom('cross-site', 'same-site', 'none', undefined)
    await fc.assert(
      fc.asyncProperty(strangers, sites, async (origin, site) => {
        const headers = { origin, ...(site && { 'sec-fetch-site': site }) }
        expect(await send(post(form(), headers), [OTHER])).toMatchObject({
          status: 403,
          upstream: 0,
        })
      }),
      { numRuns },
    )
    proves(context, 'N4', `${numRuns} origins, 0 calls upstream`)
  }, 30_000)
})
