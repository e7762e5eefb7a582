import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { readVerification } from '../protocol/read-verification.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { form, options, post, secrets, tokenAnswer } from './server.fixture.ts'

/** As from JavaScript, without type checks. */
function create(changes: object) {
  return createRecoveryCodeHandler({ ...options, ...changes } as RecoveryCodeHandlerOptions)
}

describe('a mistake in the options throws synchronously, and says what to do', () => {
  test.each<[string, object, RegExp]>([
    ['no domain', { domain: undefined }, /`domain` is missing.*environment variable/],
    ['an empty domain', { domain: '' }, /`domain` is missing/],
    ['no client id', { clientId: undefined }, /`clientId` is missing/],
    ['neither secret nor assertion', { clientSecret: undefined }, /neither `clientSecret` and/],
    ['an empty secret', { clientSecret: '' }, /neither `clientSecret` and.*environment variable/],
    ['both', { clientAssertion: () => 'a.b.c' }, /both `clientSecret` and `clientAssertion`/],
    ['no onTokens', { onTokens: undefined }, /`onTokens` is missing.*Make the session there/],
    ['a wildcard', { allowedOrigins: ['*'] }, /`allowedOrigins`.*no wildcard/],
    ['a host instead of an origin', { allowedOrigins: ['login.example.com'] }, /`allowedOrigins`/],
    ['a path in an origin', { allowedOrigins: ['https://a.example/'] }, /`allowedOrigins`/],
    ['a null origin', { allowedOrigins: ['null'] }, /`allowedOrigins`/],
    ['a string for a list', { allowedOrigins: 'https://a.example' }, /`allowedOrigins`/],
    [
      'a non-number in flight',
      { maxInFlight: 'many' },
      /`maxInFlight` is not 1 or more.*leave it out/,
    ],
    ['zero in flight', { maxInFlight: 0 }, /`maxInFlight` is not 1 or more/],
    ['NaN in flight', { maxInFlight: Number.NaN }, /`maxInFlight` is not 1 or more/],
    ['an http tenant', { domain: 'http://tenant.eu.auth0.com' }, /`domain` uses http:/],
  ])('%s', (_what, changes, message) => {
    expect(() => create(changes)).toThrow(message)
    expect(() => create(changes)).toThrow(expect.objectContaining({ code: 'misused' }))
    expect(() => create(changes)).not.toThrow(secrets.clientSecret)
  })

  it('the types say so too', () => {
    const { domain, clientId, onTokens } = options
    // @ts-expect-error neither secret nor assertion
    expect(() => createRecoveryCodeHandler({ domain, clientId, onTokens })).toThrow(/neither/)
    const both = { clientSecret: 's', clientAssertion: () => 'a' }
    // @ts-expect-error both
    expect(() => createRecoveryCodeHandler({ domain, clientId, onTokens, ...both })).toThrow(/both/)
    // @ts-expect-error nobody would be signed in
    expect(() => createRecoveryCodeHandler({ domain, clientId, clientSecret: 's' })).toThrow(
      /onTokens/,
    )
  })
})

describe('K33 options as a function', () => {
  const fetch = async () => Response.json(tokenAnswer)

  it('are read once, at the first request', async () => {
    const give = vi.fn<() => RecoveryCodeHandlerOptions>(() => ({ ...options, fetch }))
    const handler = createRecoveryCodeHandler(give)
    expect(give).not.toHaveBeenCalled()
    const [one, two] = await Promise.all([handler(post()), handler(post())])
    expect([one.status, two.status, give.mock.calls.length]).toEqual([200, 200, 1])
  })

  it('answer 500 and name the mistake, and are read again at the next request', async () => {
    const events: RecoveryCodeHandlerEvent[] = []
    let clientSecret: string | undefined
    const handler = createRecoveryCodeHandler(
      () =>
        ({
          ...options,
          fetch,
          clientSecret,
          onEvent: (event) => void events.push(event),
        }) as RecoveryCodeHandlerOptions,
    )
    const response = await handler(post())
    expect(response.status).toBe(500)
    expect(await response.clone().json()).toEqual({
      error: 'invalid_request',
      error_description: expect.stringMatching(/neither `clientSecret` and.*environment variable/),
      not_sent: 'misconfigured',
    })
    expect(events).toEqual([{ type: 'request-refused', status: 500, reason: 'misconfigured' }])
    // The person is not told that the code may be used.
    expect(await readVerification(response)).toMatchObject({
      outcome: 'refused',
      error: { code: 'not-sent', reason: 'misconfigured', codeMayBeSpent: false },
    })
    clientSecret = secrets.clientSecret
    expect((await handler(post())).status).toBe(200)
  })

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error(secrets.clientSecret)
      },
    ],
    ['returns nothing', () => undefined],
  ])('a function that %s is reported, without what it threw', async (_how, give) => {
    const response = await createRecoveryCodeHandler(give as () => RecoveryCodeHandlerOptions)(
      post(),
    )
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('The function that returns the options threw')
    expect(text).not.toContain(secrets.clientSecret)
  })
})

describe('K24 an allowed origin', () => {
  test.each([
    'https://login.example.com',
    'https://login.example.com:8443',
    'https://xn--bcher-kva.example',
    'http://localhost:5173',
    'http://127.0.0.1:5173',
    'http://[::1]:5173',
  ])('%s is accepted', (origin) => {
    expect(() => create({ allowedOrigins: [origin] })).not.toThrow()
  })

  test.each(['http://login.example.com', 'http://localhost.example.com', 'http://10.0.0.1'])(
    '%s is refused: http is only for localhost',
    (origin) => {
      expect(() => create({ allowedOrigins: [origin] })).toThrow(
        /`allowedOrigins` uses http:.*in the clear.*http is only for localhost/,
      )
    },
  )

  test.each([
    'https://*.example.com',
    'https://*',
    'https://login.(a|b).example.com',
    'https://(login).example.com',
    'https://login{1,2}.example.com',
    'https://.+.example.com',
    /https:\/\/.*\.example\.com/,
    'https://Login.example.com',
    'https://login.example.com:443',
    'https://user@login.example.com',
    'https://login.example.com?',
    '//login.example.com',
    '',
    undefined,
    null,
  ])('%s is refused with a message', (origin) => {
    expect(() => create({ allowedOrigins: [origin] })).toThrow(
      /`allowedOrigins` has an entry that is not an origin.*no wildcard.*https:\/\/login/,
    )
  })
})

describe('K13 a domain', () => {
  /** Where the request went, or undefined if the domain was refused. */
  async function destination(domain: string): Promise<string | undefined> {
    let url: string | undefined
    const fetch = async (to: string | URL | Request) => {
      url = String(to instanceof Request ? to.url : to)
      return Response.json(tokenAnswer)
    }
    try {
      await create({ domain, fetch })(post(form()))
    } catch {
      return undefined
    }
    return url
  }

  test.each([
    ['tenant.eu.auth0.com', 'https://tenant.eu.auth0.com/oauth/token'],
    ['https://login.example.com', 'https://login.example.com/oauth/token'],
    ['https://login.example.com/', 'https://login.example.com/oauth/token'],
    ['http://localhost:3000', 'http://localhost:3000/oauth/token'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/oauth/token'],
  ])('%s is called at %s', async (domain, url) => {
    expect(await destination(domain)).toBe(url)
  })

  test.each([
    'a@evil.example',
    'https://tenant.auth0.com@evil.example',
    'https://tenant.auth0.com:secret@evil.example',
    'tenant.auth0.com/path',
    'tenant.auth0.com:8443',
    'tenant.auth0.com?x=1',
    'tenant.auth0.com#x',
    'tenant.auth0.com\\@evil.example',
    'tenant.auth0.com\r\nx-evil: 1',
    'tenant.auth0.com\n',
    ' tenant.auth0.com',
    'tenant.auth0.com%2eevil.example',
    'tenant。auth0。com',
    '//evil.example',
    'file:///etc/passwd',
    'ftp://tenant.auth0.com',
    'javascript:alert(1)',
    'https://',
    '..',
  ])('%j is refused synchronously', async (domain) => {
    expect(() => create({ domain })).toThrow(expect.objectContaining({ code: 'misused' }))
    expect(await destination(domain)).toBeUndefined()
  })

  it('never leads to a host that it does not name in full', async () => {
    const trick = fc.constantFrom(
      '@',
      ':',
      '/',
      '\\',
      '?',
      '#',
      '%',
      '\r\n',
      '\t',
      ' ',
      '..',
      '[',
      '。',
    )
    const part = fc.oneof(fc.domain(), trick, fc.string({ unit: 'binary', maxLength: 8 }))
    const domains = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(domains, async (domain) => {
        const url = await destination(domain)
        if (url === undefined) return
        const host = domain.replace(/^https?:\/\//i, '').replace(/\/$/, '')
        expect(url.toLowerCase()).toMatch(/^https?:\/\/[^/@]+\/oauth\/token$/)
        expect(new URL(url).host).toBe(new URL(`https://${host}`).host)
        expect(host).toMatch(/^[a-z\d.-]+(?::\d+)?$/i)
      }),
      { numRuns: 2000 },
    )
  }, 30_000)
})
