import {
  createSignInCookie,
  type SignInCookie,
  type SignInCookieOptions,
} from './create-sign-in-cookie.ts'
import { secrets } from './server.fixture.ts'
import type { Header } from './sign-in-cookies.ts'

export const SECRET = 'first-secret-Zq8WmP4vT1nKc7RbY2dLxS5h'
export const OLD_SECRET = 'older-secret-Hj3NfV9sQ6tGk2BwX8aEyM4p'
export const LOCAL = 'http://localhost:3000'
export const HTTPS = 'https://app.example.com'

/** A browser's cookies for one origin, as far as the rules matter here. */
export class Browser {
  readonly cookies: Map<string, string> = new Map()
  readonly origin: string | null

  constructor(origin: string | null = HTTPS) {
    this.origin = origin
  }

  /** A page's POST, as a server behind a TLS-terminating proxy sees it. */
  request(): Request {
    const headers = new Headers(this.origin === null ? {} : { origin: this.origin })
    const all = ['theme=dark', ...[...this.cookies].map(([name, value]) => `${name}=${value}`)]
    headers.set('cookie', all.join('; '))
    return new Request(`${LOCAL}/login`, { method: 'POST', headers })
  }

  /** Stores the cookies of an answer. */
  take(headers: readonly Header[]): void {
    for (const [, cookie] of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0;')) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

export interface TestedCookie {
  readonly signIn: SignInCookie
  readonly clock: { now: number }
  /** Enters the right password in this browser, a second after the last time. */
  start(browser: Browser, mfaToken?: string): Promise<string>
  resolve(browser: Browser, handle: string): Promise<string | undefined>
}

export function signInCookie(options: Partial<SignInCookieOptions> = {}): TestedCookie {
  const clock = { now: 1_800_000_000_000 }
  const signIn = createSignInCookie({ secret: SECRET, now: () => clock.now, ...options })
  return {
    signIn,
    clock,
    async start(browser, mfaToken = secrets.mfaToken) {
      clock.now += 1000
      const { handle, headers } = await signIn.start({ mfaToken }, browser.request())
      browser.take(headers)
      return handle
    },
    resolve: (browser, handle) => signIn.resolveMfaToken(handle, browser.request()),
  }
}
