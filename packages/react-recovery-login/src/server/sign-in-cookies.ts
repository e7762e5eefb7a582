import { readOrigin } from './read-origin.ts'

/** The part of a request that is read: `headers` of a Web-standard `Request` or Node's `IncomingMessage`. */
export interface CookieRequest {
  readonly headers: Headers | Readonly<Record<string, string | string[] | undefined>>
}

/** A header to send. An array of them is a `HeadersInit`. */
export type Header = [name: string, value: string]

/** One sign-in's cookie, as the browser sent it. */
export interface SignInCookieValue {
  readonly name: string
  readonly handle: string
  readonly value: string
}

const COOKIE = /(?:^|; ?)((?:__Host-)?rrl-([\w-]+))=([^;]*)/g

/** This kit's cookies, oldest first: a handle begins with its time, and not every browser sends them in order. */
export function signInCookies(request: CookieRequest): SignInCookieValue[] {
  return Array.from(
    headerOf(request, 'cookie').matchAll(COOKIE),
    ([, name = '', handle = '', value = '']) => ({ name, handle, value }),
  ).toSorted((one, other) => (one.handle < other.handle ? -1 : 1))
}

/**
 * `__Host-` and Secure, so no subdomain or http page can set or read it. WebKit refuses both on http localhost, so a
 * page there gets neither. Only `Origin`, set by the browser, tells the two apart: behind a proxy that terminates TLS,
 * the URL and `Host` may both say http://localhost.
 */
export function cookieName(handle: string, request: CookieRequest): string {
  const local = readOrigin(headerOf(request, 'origin'))?.protocol === 'http:'
  return `${local ? '' : '__Host-'}rrl-${handle}`
}

/**
 * SameSite=Strict, since only the page's own `fetch` needs it, which is same-site however the person reached the page.
 *
 * @param maxAge Seconds; 0 removes the cookie.
 */
export function setCookie(name: string, value: string, maxAge: number): Header {
  const secure = name.startsWith('__Host-') ? '; Secure' : ''
  const attributes = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`
  return ['set-cookie', `${name}=${value}; ${attributes}`]
}

function headerOf({ headers }: CookieRequest, name: string): string {
  return String((isHeaders(headers) ? headers.get(name) : headers[name]) ?? '')
}

/** Not `instanceof`: a framework may have its own class. */
function isHeaders(headers: CookieRequest['headers']): headers is Headers {
  return typeof headers.get === 'function'
}
