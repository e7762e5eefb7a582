import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import { listAuthenticators } from './list-authenticators.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'
import { assertUsable, resolveTransport, type RecoveryCodeTransport } from './transport.ts'
import { verifyRecoveryCode } from './verify-recovery-code.ts'

const { clientSecret, mfaToken } = canaries
const direct = { domain: 'tenant.eu.auth0.com', clientId: 'c' }
const handler = { endpoint: 'https://login.example.com/code' }

/** What is thrown for the transport; undefined if it is accepted. */
function mistake(transport: unknown, token: unknown = mfaToken): RecoveryCodeError | undefined {
  try {
    assertUsable({ transport, mfaToken: token } as never)
    return undefined
  } catch (error) {
    if (error instanceof RecoveryCodeError) return error
    throw error
  }
}

function onPage(href: string) {
  vi.stubGlobal('location', new URL(href))
}
afterEach(() => vi.unstubAllGlobals())

describe('a mistake throws what happened, why it matters and what to do', () => {
  const nowhere = /neither .*\. The code has nowhere to go\. Give \{ endpoint \}/
  const mixed = /both .*\. A code is sent to one place\. Keep /
  const clear = /uses http:\. .* in the clear .*\. Use https/
  const host = /not a host name .*\. .* elsewhere\. Give it like `tenant\.eu\.auth0\.com`/
  const address = /not a URL .*\. The code has nowhere to go\. Give a path/
  const token = /`mfaToken` is empty\. The server .* whose code it is\. Pass the `mfa_token`/

  test.each<[what: string, transport: unknown, message: RegExp, token?: unknown]>([
    ['an empty mfa token', direct, token, ''],
    ['a blank mfa token', direct, token, ' \n'],
    ['no mfa token', direct, token, null],
    ['an mfa token that is not a string', direct, token, { mfa_token: mfaToken }],
    ['no transport', undefined, nowhere],
    ['null for a transport', null, nowhere],
    ['a string for a transport', 'tenant.eu.auth0.com', nowhere],
    ['an empty transport', {}, nowhere],
    ['only a fetch', { fetch }, nowhere],
    ['no client id', { domain: 'tenant.eu.auth0.com' }, nowhere],
    ['an empty client id', { ...direct, clientId: '' }, nowhere],
    ['no domain', { clientId: 'c' }, nowhere],
    ['an empty domain', { ...direct, domain: '' }, nowhere],
    ['an empty endpoint', { endpoint: '' }, nowhere],
    ['a blank endpoint', { endpoint: ' ' }, nowhere],
    ['null for an endpoint', { endpoint: null }, nowhere],
    ['both transports', { ...handler, ...direct }, mixed],
    ['an endpoint and a domain', { ...handler, domain: 'tenant.eu.auth0.com' }, mixed],
    ['an endpoint and a client id', { ...handler, clientId: 'c' }, mixed],
    ['an empty endpoint and a domain', { ...direct, endpoint: '' }, mixed],
    ['a domain on http', { ...direct, domain: 'http://tenant.eu.auth0.com' }, clear],
    ['an endpoint on http', { endpoint: 'http://login.example.com/code' }, clear],
    ['an endpoint on HTTP, as a URL', { endpoint: new URL('HTTP://login.example.com') }, clear],
    ['a javascript: endpoint', { endpoint: 'javascript:alert(1)' }, /uses javascript:/],
    ['a data: endpoint', { endpoint: 'data:,x' }, /uses data:/],
    ['another scheme on localhost', { endpoint: 'ftp://localhost/code' }, /uses ftp:/],
    ['a file: endpoint', { endpoint: 'file:///etc/passwd' }, /uses file:/],
    ['an endpoint with credentials', { endpoint: 'https://a:b@login.example.com' }, address],
    ['an endpoint with a password', { endpoint: 'https://:b@login.example.com' }, address],
    ['an endpoint with a user', { endpoint: 'https://localhost@evil.example' }, address],
    ['an endpoint that is not a URL', { endpoint: 'https://' }, address],
    ['a domain with a path', { ...direct, domain: 'tenant.eu.auth0.com/x' }, host],
    ['a domain that is not a string', { ...direct, domain: { host: 'x' } }, host],
  ])('%s', (_what, transport, message, given = mfaToken) => {
    const error = mistake(transport, given)
    expect(error).toMatchObject({ code: 'misused', codeMayBeSpent: false })
    expect(error?.message).toMatch(/^react-recovery-login: /)
    expect(error?.message).toMatch(message)
    expect(findCanaries(error)).toEqual([])
  })
})

describe('a client secret', () => {
  const spellings = [
    'clientSecret',
    'client_secret',
    'secret',
    'clientAssertion',
    'client_assertion',
    'password',
  ]
  test.each([...spellings, 'CLIENT-SECRET', 'auth0ClientSecret', 'client_assertion_type'])(
    'G18 is refused as %s, and not repeated',
    (name) => {
      for (const transport of [direct, handler]) {
        const error = mistake({ ...transport, [name]: clientSecret })
        expect(error?.code).toBe('misused')
        expect(error?.message).toContain(
          `\`transport\` has \`${name}\`. A browser cannot keep a secret (RFC 6749 §2.1). Remove it`,
        )
        expect(findCanaries(error)).toEqual([])
      }
    },
  )

  const inOptions = spellings.filter((name) => name !== 'password')
  const fetch = vi.fn<typeof globalThis.fetch>()
  const call = { transport: { ...direct, fetch }, mfaToken, recoveryCode: 'code' }

  test.each([...inOptions, 'CLIENT-SECRET', 'auth0ClientSecret', 'client_assertion_type'])(
    'G18 is also refused as %s next to the transport, and nothing is sent',
    async (name) => {
      const given = { [name]: clientSecret }
      const calls: (() => unknown)[] = [
        () => assertUsable({ ...call, ...given }),
        () => verifyRecoveryCode({ ...call, ...given }),
        () => listAuthenticators({ domain: direct.domain, mfaToken, fetch, ...given }),
      ]
      for (const misuse of calls) {
        const error: unknown = await (async () => misuse())().catch((thrown) => thrown)
        expect(error).toMatchObject({ code: 'misused' })
        expect(String(error)).toContain(`The options have \`${name}\`. A browser cannot keep`)
        expect(findCanaries(error)).toEqual([])
      }
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  test.each([
    'password',
    'onPasswordForgotten',
    'onSecretShown',
    'onForgottenSecret',
    'secretQuestion',
    'labels',
  ])('is not inferred from the name %s among a host’s props', (name) => {
    expect(() => assertUsable({ ...call, [name]: 'a' })).not.toThrow()
  })

  it('G18 does not compile', () => {
    const wrong: RecoveryCodeTransport[] = [
      // @ts-expect-error
      { ...direct, clientSecret },
      // @ts-expect-error
      { ...direct, client_secret: clientSecret },
      // @ts-expect-error
      { ...handler, secret: clientSecret },
      // @ts-expect-error
      { ...direct, clientAssertion: clientSecret },
      // @ts-expect-error
      { ...handler, client_assertion: clientSecret },
      // @ts-expect-error
      { ...direct, password: clientSecret },
      // @ts-expect-error
      { ...direct, ...handler },
      // @ts-expect-error
      { domain: 'tenant.eu.auth0.com' },
      // @ts-expect-error
      {},
    ]
    for (const transport of wrong) expect(mistake(transport)?.code).toBe('misused')
  })

  it('G18 does not compile next to the transport', () => {
    // @ts-expect-error
    expect(() => verifyRecoveryCode({ ...call, clientSecret })).toThrow('clientSecret')
    // @ts-expect-error
    expect(() => verifyRecoveryCode({ ...call, client_assertion: '' })).toThrow('client_assertion')
  })
})

describe('K26 a secret in the endpoint’s address', () => {
  const names = [
    'client_secret',
    'clientSecret',
    'CLIENT-SECRET',
    'secret',
    'client_assertion',
    'password',
  ]
  const addresses = names.flatMap((name) =>
    ['?', '#', '?a=b&', '#/route?', '?a#b&', '?%20', '?a=b;'].map((before) => `${before}${name}=`),
  )
  test.each([...addresses, '?client%5Fsecret=', '?client+secret='])(
    'is refused as %s, and not repeated',
    (address) => {
      for (const start of ['/login/code', handler.endpoint])
        for (const page of [undefined, 'https://login.example.com/']) {
          if (page) onPage(page)
          const error = mistake({ endpoint: `${start}${address}${clientSecret}` })
          expect(error?.message).toMatch(
            /`transport` has `[?#&;][\w%+-]*(?:secret|assertion|password)`\. A browser cannot keep/i,
          )
          expect(findCanaries(error)).toEqual([])
        }
    },
  )

  it('is refused in a URL', () => {
    const url = new URL(handler.endpoint)
    url.searchParams.set('client_secret', clientSecret)
    const error = mistake({ endpoint: url })
    expect(error?.message).toContain('`transport` has `?client_secret`')
    expect(findCanaries(error)).toEqual([])
  })

  it('is not repeated if it is the name itself', () => {
    const error = mistake({ endpoint: `/login/code?secret:${clientSecret}` })
    expect(findCanaries(error)).toEqual([])
  })

  test.each([
    '/login/code?flow=secret',
    '/secret-login?next=password',
    '/login/code?%zz=1',
    '/a#b',
  ])('is not inferred from %s', (endpoint) => {
    expect(mistake({ endpoint })).toBeUndefined()
  })
})

describe('K22 credentials', () => {
  const other = { endpoint: 'https://api.example.com/code' }
  const expectMisused = (transport: unknown) => {
    expect(mistake(transport)?.message).toMatch(
      /`credentials` is neither .*\. Only `include` keeps a cookie of another origin\. Give one/,
    )
  }

  it('go only to the page’s own origin by default', () => {
    onPage('https://login.example.com/')
    expect(mistake(handler)).toBeUndefined()
    expect(resolveTransport(handler).credentials).toBe('same-origin')
    expect(resolveTransport({ endpoint: '/code' }).credentials).toBe('same-origin')
  })

  it.each(['include', 'same-origin'] as const)(
    'go to another origin as set by %s',
    (credentials) => {
      onPage('https://login.example.com/')
      expect(mistake({ ...other, credentials })).toBeUndefined()
      expect(resolveTransport({ ...other, credentials }).credentials).toBe(credentials)
    },
  )

  it('are required for an endpoint on another origin: its cookie would be dropped', () => {
    onPage('https://login.example.com/')
    expectMisused(other)
    expectMisused({ endpoint: 'https://login.example.com:8443/code' })
    onPage('http://localhost:5173/')
    expectMisused({ endpoint: 'http://localhost:3000/code' })
  })

  it.each(['omit', 'INCLUDE', 'include ', '', null, true, {}, ['include']])(
    '%j are refused',
    (credentials) => {
      expectMisused({ ...other, credentials })
      onPage('https://login.example.com/')
      expectMisused({ ...handler, credentials })
    },
  )

  it('never go to the token endpoint', () => {
    const wrong: object = { credentials: 'include' }
    expect(resolveTransport({ ...direct, ...wrong }).credentials).toBe('omit')
  })

  it('do not compile with other values, or with a domain', () => {
    // @ts-expect-error
    const omitted: RecoveryCodeTransport = { ...handler, credentials: 'omit' }
    expectMisused(omitted)
    // @ts-expect-error
    const sent: RecoveryCodeTransport = { ...direct, credentials: 'include' }
    expect(mistake(sent)).toBeUndefined()
  })
})

describe('what is accepted, and its URL', () => {
  test.each<[what: string, domain: string, origin: string]>([
    ['a host', 'tenant.eu.auth0.com', 'https://tenant.eu.auth0.com'],
    ['a host in capitals', 'Tenant.EU.Auth0.com', 'https://tenant.eu.auth0.com'],
    ['a custom domain', 'login.example.co.uk', 'https://login.example.co.uk'],
    ['an international host', 'xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['an https origin', 'https://tenant.eu.auth0.com', 'https://tenant.eu.auth0.com'],
    ['a trailing slash', 'https://tenant.eu.auth0.com/', 'https://tenant.eu.auth0.com'],
    ['localhost', 'http://localhost:3000', 'http://localhost:3000'],
    ['localhost on https', 'localhost:8443', 'https://localhost:8443'],
    ['127.0.0.1', 'http://127.0.0.1:49152', 'http://127.0.0.1:49152'],
    ['[::1]', 'http://[::1]:49152/', 'http://[::1]:49152'],
  ])('the domain: %s', (_what, domain, origin) => {
    const transport = { domain, clientId: 'c' }
    expect(mistake(transport)).toBeUndefined()
    expect(resolveTransport(transport).url.href).toBe(`${origin}/oauth/token`)
  })

  it.each([
    'https://login.example.com/code',
    'https://login.example.com:8443/a?b=c',
    new URL('https://login.example.com/code'),
    'http://localhost:3000/code',
    'http://127.0.0.1/code',
    'http://[::1]/code',
  ])('the endpoint %s', (endpoint) => {
    expect(mistake({ endpoint })).toBeUndefined()
    expect(resolveTransport({ endpoint }).url.href).toBe(String(endpoint))
  })

  test.each([
    [
      'https://login.example.com/login?next=1',
      '/login/code',
      'https://login.example.com/login/code',
    ],
    ['https://login.example.com/a/b', 'code', 'https://login.example.com/a/code'],
    ['https://login.example.com/a/b', '//api.example.com/code', 'https://api.example.com/code'],
    ['http://localhost:5173/', '/code', 'http://localhost:5173/code'],
  ])('on %s the endpoint %s', (page, endpoint, url) => {
    onPage(page)
    const transport = { endpoint, credentials: 'include' } as const
    expect(mistake(transport)).toBeUndefined()
    expect(resolveTransport(transport).url.href).toBe(url)
  })

  it('a relative endpoint is refused on an http page', () => {
    onPage('http://login.example.com/')
    expect(mistake({ endpoint: '/code' })?.message).toMatch(/uses http:/)
  })

  it('a relative endpoint is accepted on a server, which renders but does not send', () => {
    expect(mistake({ endpoint: '/login/code' })).toBeUndefined()
    expect(mistake({ endpoint: '/login/code:verify' })).toBeUndefined()
    expect(() => resolveTransport({ endpoint: '/login/code' })).toThrow(
      expect.objectContaining({ code: 'misused' }),
    )
  })
})
