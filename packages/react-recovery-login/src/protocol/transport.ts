import { misused } from './recovery-code-error.ts'

/** Forbids a client secret under any of its names: a browser can't keep one. */
export type NoSecret = Readonly<
  Partial<
    Record<
      'clientSecret' | 'client_secret' | 'secret' | 'clientAssertion' | 'client_assertion',
      never
    >
  >
>

/** Recommended: an endpoint on your server (`createRecoveryCodeHandler`), which holds the client secret. */
export interface HandlerTransport {
  /** A path, or an https URL; http only on localhost. */
  readonly endpoint: string | URL
  /**
   * Whether cookies are sent and the session cookie is kept: only for the page's own origin (default), or also for a
   * handler on another origin, which lists the page's in `allowedOrigins`. Required for an endpoint on another origin:
   * with `same-origin` the browser drops its session cookie.
   */
  readonly credentials?: 'same-origin' | 'include' | undefined
  readonly domain?: undefined
  readonly clientId?: undefined
}

/** A public client that posts straight to the token endpoint. It can't take a secret. */
export interface DirectTransport {
  /** `tenant.eu.auth0.com`, a custom domain, or an https origin; http only on localhost. */
  readonly domain: string
  /** The client that obtained the mfa token. */
  readonly clientId: string
  readonly endpoint?: undefined
  readonly credentials?: undefined
}

/** Where the recovery code is sent. `fetch` is for tests and for platforms without a global one. */
export type RecoveryCodeTransport = (HandlerTransport | DirectTransport) &
  NoSecret & { readonly password?: never; readonly fetch?: typeof fetch | undefined }

/**
 * Checks the options, so a mistake shows on render and not after a person has typed a code. A relative endpoint is
 * accepted if there is no page to resolve it against (on a server).
 *
 * @throws RecoveryCodeError `misused`
 */
export function assertUsable(options: {
  readonly transport: RecoveryCodeTransport
  readonly mfaToken: string
}): void {
  const { transport } = options
  assertOptions(options)
  const { endpoint, domain, clientId } = Object(transport) as Partial<RecoveryCodeTransport>
  const inAddress = String(endpoint).match(/[?#&;][\w.%+-]+(?==)/g) ?? []
  const names = [...Object.keys(Object(transport)), ...inAddress]
  assertNoSecret('`transport` has', names, /secret|assertion|password/i)
  if (endpoint !== undefined && (domain ?? clientId) !== undefined)
    throw misused(
      '`transport` has both `endpoint` and `domain` or `clientId`',
      'A code is sent to one place',
      `Keep ${TRANSPORTS}`,
    )
  // A blank endpoint, say from a missing setting, would resolve to the page itself.
  if (String(endpoint ?? '').trim() === '' && !(domain && clientId))
    throw misused(
      '`transport` has neither `endpoint` nor both `domain` and `clientId`',
      'The code has nowhere to go',
      `Give ${TRANSPORTS}`,
    )
  if (transport.endpoint === undefined) originOf(transport.domain)
  else assertEndpoint(transport)
}

const TRANSPORTS = '{ endpoint }, or { domain, clientId } for a public client'

function assertEndpoint({ endpoint, credentials }: HandlerTransport): void {
  const page = globalThis.location
  const { origin } = resolveEndpoint(endpoint, pageOrAnyUrl())
  const valid = credentials === 'include' || credentials === 'same-origin'
  if (!valid && (credentials !== undefined || (page && origin !== page.origin)))
    throw misused(
      '`credentials` is neither `include` nor `same-origin`',
      'Only `include` keeps a cookie of another origin',
      'Give one',
    )
}

/**
 * What every request needs, whatever its URL.
 *
 * @throws RecoveryCodeError `misused`
 */
export function assertOptions(options: { readonly mfaToken: string }): void {
  const { mfaToken } = options
  // Narrower than for a transport: a host component's own props, fields and callbacks are among these.
  assertNoSecret('The options have', Object.keys(options), /^secret$|client.?(?:secret|assertion)/i)
  if (typeof mfaToken !== 'string' || mfaToken.trim() === '')
    throw misused(
      '`mfaToken` is empty',
      'The server cannot tell whose code it is',
      'Pass the `mfa_token` of the 403 `mfa_required`',
    )
}

function assertNoSecret(where: string, names: readonly string[], named: RegExp): void {
  const secret = names.find((name) => named.test(name))
  if (secret !== undefined)
    throw misused(
      `${where} \`${secret}\``,
      'A browser cannot keep a secret (RFC 6749 §2.1)',
      'Remove it; createRecoveryCodeHandler holds one',
    )
}

/** @throws RecoveryCodeError `misused` */
export function resolveTransport(
  transport: RecoveryCodeTransport,
  base?: string,
): {
  readonly url: URL
  readonly credentials: RequestCredentials
} {
  const { endpoint, domain, credentials = 'same-origin' } = transport
  return endpoint === undefined
    ? { url: new URL('/oauth/token', originOf(domain)), credentials: 'omit' }
    : { url: resolveEndpoint(endpoint, base), credentials }
}

/** The URL a code is sent to, for comparison. On a server any base will do: nothing is sent there. */
export function addressOf(transport: RecoveryCodeTransport): string {
  return resolveTransport(transport, pageOrAnyUrl()).url.href
}

function pageOrAnyUrl(): string {
  return globalThis.location?.href ?? 'https://a'
}

/** A scheme, a host and, on localhost, a port: anything more could send the secret or the code elsewhere (SSRF). */
const ORIGIN = /^(?:(https?):\/\/)?((?:[a-z0-9-]+\.)*[a-z0-9-]+|\[::1\])(:\d{1,5})?\/?$/i

/**
 * The origin of a `domain` option.
 *
 * @throws RecoveryCodeError `misused`
 */
export function originOf(domain: string): URL {
  const [, scheme = 'https', host = '', port = ''] = ORIGIN.exec(domain) ?? []
  // Without a host this is not a URL.
  const url = parseUrl(`${scheme}://${host}${port}`)
  if (url === undefined || (port !== '' && !isLocal(url)))
    throw misused(
      '`domain` is not a host name or an https origin',
      'More could send the code elsewhere',
      'Give it like `tenant.eu.auth0.com`',
    )
  return secure(url, 'domain')
}

function resolveEndpoint(endpoint: string | URL, base = globalThis.location?.href): URL {
  const url = parseUrl(endpoint, base)
  if (url === undefined || url.username !== '' || url.password !== '')
    throw misused(
      '`endpoint` is not a URL to post to',
      'The code has nowhere to go',
      'Give a path, or an https URL without credentials',
    )
  return secure(url, 'endpoint')
}

/** @throws RecoveryCodeError `misused`, for http outside localhost and any other scheme. */
export function secure(url: URL, option: string): URL {
  if (isSecure(url)) return url
  throw misused(
    `\`${option}\` uses ${url.protocol}`,
    'The code would travel in the clear (RFC 6749 §3.2)',
    'Use https; http is only for localhost',
  )
}

/** Whether nobody in between can read or write: https, or http on localhost. */
export function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url))
}

function isLocal(url: URL): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
}

/** Undefined if it is not a URL. */
export function parseUrl(url: string | URL, base?: string): URL | undefined {
  try {
    return new URL(url, base)
  } catch {
    return undefined
  }
}
