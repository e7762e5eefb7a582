import fc from 'fast-check'
import {
  RecoveryCodeError,
  verifyRecoveryCode,
  type RecoveryCodeTransport,
} from 'react-recovery-login/protocol'
import { expect, it } from 'vitest'
import { proves, runs } from './runs.ts'

// Formatting thousands of stack traces would take most of the time here.
Error.stackTraceLimit = 0

/** Where a code was posted; undefined if the transport was refused. */
function target(transport: RecoveryCodeTransport): string | undefined {
  const sent: string[] = []
  const fetch = async (url: unknown) => {
    sent.push(String(url))
    return Response.json({})
  }
  try {
    void verifyRecoveryCode({
      transport: { ...transport, fetch },
      mfaToken: 'm',
      recoveryCode: 'K6LGLV3RSH3VERMKET8L7QKU',
    })
  } catch (error) {
    if (!(error instanceof RecoveryCodeError) || error.code !== 'misused') throw error
  }
  return sent[0]
}

const hosts = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((ip) => `[${ip}]`),
  fc.constantFrom(
    ...['localhost.evil.example', '127.0.0.1.evil.example', 'evil.localhost', 'localhost.'],
    ...['0.0.0.0', '127.0.0.2', '[::2]', '[::ffff:8.8.8.8]', '[::ffff:127.0.0.1]'],
  ),
)
const isLoopback = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

it('F12 anything but https outside localhost is refused, whatever the URL: 0 POSTs', (context) => {
  const numRuns = runs(2000, 500)
  const scheme = fc.constantFrom(
    ...['http://', 'HTTP://', 'hTTp://', ' http://', 'http:', 'http:\\\\', 'ht\ntp://'],
    ...['ftp://', 'ws://', 'file://'],
  )
  const port = fc.constantFrom('', ':80', ':443', ':8080')
  fc.assert(
    fc.property(scheme, hosts, port, fc.webPath(), (start, host, number, path) => {
      const origin = start + host + number
      fc.pre(!URL.canParse(origin) || !isLoopback(new URL(origin)))
      expect(target({ endpoint: origin + path })).toBeUndefined()
      expect(target({ domain: origin, clientId: 'c' })).toBeUndefined()
    }),
    { numRuns },
  )
  proves(context, 'N4', `${numRuns} URLs, 0 POSTs`)
}, 30_000)

const tricks = String.raw`
  a@b.example tenant.auth0.com@evil.example user:pw@tenant.auth0.com https://tenant.auth0.com@evil.example
  tenant.auth0.com:443 tenant.auth0.com:22 https://tenant.auth0.com:8443 localhost:99999 localhost:
  tenant.auth0.com/x tenant.auth0.com//evil.example tenant.auth0.com/.. tenant.auth0.com\evil.example
  //evil.example \\evil.example /oauth tenant.auth0.com?x tenant.auth0.com#x
  tenant.auth0.com%2f@evil.example tenant.auth0.com%00 tenant.auth0.com%0d%0aHost:evil.example
  tenant.auth0.com. .auth0.com tenant..auth0.com tenant_1.auth0.com *.auth0.com
  tenant.auth0.com,evil.example tenant.auth0.com;evil ténant.auth0.com tenant。auth0.com ⓔvil.example
  ftp://tenant.auth0.com file://tenant.auth0.com javascript:alert(1) data:,x http://tenant.auth0.com
  https:tenant.auth0.com https:///tenant.auth0.com https://https://tenant.auth0.com
  http://localhost.evil.example http://127.0.0.1.evil.example http://[::2] [::2] [::1 [fe80::1%25en0]
`
const withSpaces = [
  ...['', ' ', ' tenant.auth0.com', 'tenant.auth0.com ', 'ten ant.auth0.com', '\ttenant.auth0.com'],
  ...['tenant.auth0.com\n', 'tenant.auth0.com\r\nHost: evil.example', 'tenant\0.auth0.com'],
]

it.each([...tricks.trim().split(/\s+/), ...withSpaces])(
  'K13 the domain %j is refused',
  (domain) => {
    expect(target({ domain, clientId: 'c' })).toBeUndefined()
  },
)

it('K13 any other domain is refused, or is exactly the host it names', (context) => {
  const numRuns = runs(10_000, 2000)
  const part = fc.oneof(
    hosts,
    fc.constantFrom(...'@:/\\?#%.[] \r\n\t\0', '//', 'https://', 'http://', 'localhost'),
    fc.constantFrom(':443', ':3000', '..', '%2f', '\u2024', '\uFF0F', '\u3002'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const domain = parts.join('')
      const sent = target({ domain, clientId: 'c' })
      if (sent === undefined) return
      const url = new URL(sent)
      expect(domain).toMatch(/^(?:https?:\/\/)?(?:[a-z0-9.-]+|\[::1\])(?::\d+)?\/?$/i)
      const named = new URL(/^https?:/i.test(domain) ? domain : `https://${domain}`)
      expect(url.href).toBe(`${named.origin}/oauth/token`)
      expect(url.protocol === 'https:' || isLoopback(url)).toBe(true)
      expect(url.port === '' || isLoopback(url)).toBe(true)
    }),
    { numRuns },
  )
  proves(context, 'N4', `${numRuns} domains`)
}, 30_000)
