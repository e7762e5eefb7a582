import { readOrigin } from './read-origin.ts'

/** What is read of a request: `headers` of a Web-standard `Request`, or of Node's `IncomingMessage`. */
export interface CookieRequest {
  readonly headers: Headers | Readonly<Record<string, string | string[] | undefined>>
}

/** A header to be sent. An array of them is a `HeadersInit`. */
export type Header = [name: string, value: string]

interface Cookie {
  readonly name: string
  readonly handle: string
  readonly value: string
}

const COOKIE = /(?:^|; ?)((?:__Host-)?rrl-([\w-]+))=([^;]*)/g

/** Those of this kit, the oldest first: a handle begins with its time, and not every browser keeps to the order. */
export function signInCookies(request: CookieRequest): Cookie[] {
  return Array.from(
    headerOf(request, 'cookie').matchAll(COOKIE),
    ([, name = '', handle = '', value = '']) => ({ name, handle, value }),
  ).toSorted((one, other) => (one.handle < other.handle ? -1 : 1))
}

/**
 * `__Host-` and Secure, so that no subdomain and no http page sets or reads it. WebKit refuses both on http localhost,
 * so a page there gets neither. Only `Origin` tells the two apart, since browsers set it: behind a proxy that ends TLS
 * the URL and `Host` may both say http://localhost.
 */
export function cookieName(handle: string, request: CookieRequest): string {
  const local = readOrigin(headerOf(request, 'origin'))?.protocol === 'http:'
  return `${local ? '' : '__Host-'}rrl-${handle}`
}

/**
 * Strict, since only the page's own `fetch` needs it: that counts as same-site however the person reached the page.
 *
 * @param maxAge Seconds; 0 takes the cookie away.
 */
export function setCookie(name: string, value: string, maxAge: number): Header {
  const secure = name.startsWith('__Host-') ? '; Secure' : ''
  const attributes = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`
  return ['set-cookie', `${name}=${value}; ${attributes}`]
}

function headerOf({ headers }: CookieRequest, name: string): string {
  return String((isHeaders(headers) ? headers.get(name) : headers[name]) ?? '')
}

/** Not `instanceof`: a framework may bring a class of its own. */
function isHeaders(headers: CookieRequest['headers']): headers is Headers {
  return typeof headers.get === 'function'
}
