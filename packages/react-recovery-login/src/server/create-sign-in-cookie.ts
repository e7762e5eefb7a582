import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import { misused } from '../protocol/recovery-code-error.ts'
import { LIFETIME, openSignIn, sealSignIn } from './seal-sign-in.ts'
import { readSecrets, type SealingSecret } from './secrets.ts'
import { LARGEST_COOKIE } from './session-headers.ts'
import { newHandle } from './sign-in-handle.ts'
import {
  cookieName,
  setCookie,
  signInCookies,
  type CookieRequest,
  type Header,
} from './sign-in-cookies.ts'

export interface SignInCookieOptions {
  readonly secret: SealingSecret
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined
}

/** A sign-in waiting for its second factor. */
export interface StartedSignIn {
  /** For the page, instead of the mfa token. Random, for this sign-in only, and worthless without the cookie. */
  readonly handle: string
  /**
   * Send them with the answer: `new Response(body, { headers })`, or in Express `response.append(name, value)` for
   * each.
   */
  readonly headers: Header[]
}

/**
 * Its functions need no `this`. `resolveMfaToken` and `onAnotherFactor` are options of `createRecoveryCodeHandler`.
 * Takes Web-standard and Node requests.
 */
export interface SignInCookie {
  /**
   * For the password route: seals the mfa token into a cookie.
   *
   * A browser keeps two of them, and a third removes the oldest: with Auth0's tokens each has 2.8 kB, and nginx refuses
   * a request with 8 kB of cookies.
   *
   * @throws RecoveryCodeError `misused`, if the token does not fit into a cookie, the secret is missing or short, or
   * `jose` is not installed.
   */
  readonly start: (mfa: MfaRequired, request: CookieRequest) => Promise<StartedSignIn>
  /**
   * The mfa token of a handle, also for your own route for another factor. Undefined if the request has no cookie for
   * this handle, or if it was changed, is ten minutes old, or was sealed with an unlisted secret.
   *
   * @throws RecoveryCodeError `misused`, if the secret is missing or short, or `jose` is not installed.
   */
  readonly resolveMfaToken: (handle: string, request: CookieRequest) => Promise<string | undefined>
  /**
   * Replaces the mfa token with the next factor's. The handle stays the same.
   *
   * @returns Headers to send with the answer.
   * @throws RecoveryCodeError `misused`, as `start` does.
   */
  readonly onAnotherFactor: (
    next: MfaRequired,
    request: CookieRequest,
    handle: string,
  ) => Promise<Header[]>
  /**
   * Removes the cookie of a finished sign-in. In `onTokens`, with the request from the handler, that is the one whose
   * handle was resolved; another tab's stays. With any other request, as at sign-out, it removes all of them.
   *
   * @returns Headers to send with the answer.
   */
  readonly end: (request: CookieRequest) => Header[]
}

/** Cookies kept besides a new one. */
const KEPT = 1

/**
 * Keeps the mfa token out of the page: it is sealed in an HttpOnly cookie, and the page gets a random handle. Each
 * sign-in has its own cookie, so two tabs don't interfere. It lasts ten minutes, like the mfa token.
 *
 * Needs `jose`, an optional peer.
 *
 * @throws RecoveryCodeError `misused`, if the secret is missing or has fewer than 32 characters: synchronously, or at
 * the first use if it is a function.
 * @see RFC 7516 (JWE), RFC 6265bis §4.1.3 (`__Host-`)
 * @example
 * export const signIn = createSignInCookie({ secret: () => process.env.SIGN_IN_SECRET! })
 *
 * // The password route, after Auth0's 403:
 * const { handle, headers } = await signIn.start(mfa, request)
 * return Response.json({ mfaToken: handle, challenge: mfa.challenge }, { headers })
 */
export function createSignInCookie(options: SignInCookieOptions): SignInCookie {
  const { secret, now = Date.now } = options
  const secrets = readSecrets(secret, 'the mfa token')
  const resolved = new WeakMap<CookieRequest, string>()

  async function keep({ mfaToken }: MfaRequired, handle: string, name: string): Promise<Header> {
    const [first] = await secrets()
    const sealed = await sealSignIn(mfaToken, { secret: first, handle, now: now() })
    const header = setCookie(name, sealed, LIFETIME)
    if (header[1].length <= LARGEST_COOKIE) return header
    throw misused(
      `The mfa token has ${mfaToken.length} characters, and its cookie ${header[1].length} bytes`,
      `Browsers silently drop one over ${LARGEST_COOKIE}`,
      'Keep this token in a store of your own, and resolve its handle there',
    )
  }

  return {
    async start(mfa, request) {
      const handle = newHandle(now())
      const headers = [await keep(mfa, handle, cookieName(handle, request))]
      for (const { name } of signInCookies(request).slice(0, -KEPT))
        headers.push(setCookie(name, '', 0))
      return { handle, headers }
    },
    async resolveMfaToken(handle, request) {
      const cookie = signInCookies(request).find((one) => one.handle === handle)
      if (!cookie) return undefined
      for (const each of await secrets()) {
        const mfaToken = await openSignIn(cookie.value, { secret: each, handle, now: now() })
        if (mfaToken === undefined) continue
        resolved.set(request, handle)
        return mfaToken
      }
      return undefined
    },
    async onAnotherFactor(next, request, handle) {
      // Keep its name: the `Origin` of a form's POST may be `null` when that of `fetch` is not.
      const cookie = signInCookies(request).find((one) => one.handle === handle)
      return [await keep(next, handle, cookie?.name ?? cookieName(handle, request))]
    },
    end: (request) =>
      signInCookies(request)
        .filter(({ handle }) => handle === (resolved.get(request) ?? handle))
        .map(({ name }) => setCookie(name, '', 0)),
  }
}
