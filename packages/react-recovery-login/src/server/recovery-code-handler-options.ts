import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { TokenSet } from '../protocol/read-verification.ts'
import type { HeldAnswers } from './create-held-answers.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'

/** How the server authenticates as the client: one of the two. A public client needs no handler. */
type ClientAuthentication =
  | {
      /** Sent in the body (`client_secret_post`), never anywhere else. */
      readonly clientSecret: string
      readonly clientAssertion?: undefined
    }
  | {
      /** Signs a new assertion (`private_key_jwt`) for each request. */
      readonly clientAssertion: () => string | Promise<string>
      readonly clientSecret?: undefined
    }

/**
 * What `new Headers` takes. Derived from `Headers`, which every platform declares: only the DOM types name
 * `HeadersInit`.
 */
export type SessionHeaders = NonNullable<ConstructorParameters<typeof Headers>[0]>

/**
 * The `request` a callback gets is the browser's: its headers can be read, its body already was. If a callback throws,
 * an event names it; what it threw is dropped, so log it inside.
 */
export type RecoveryCodeHandlerOptions = ClientAuthentication & {
  /** `tenant.eu.auth0.com`, a custom domain, or an https origin; http only on localhost. */
  readonly domain: string
  /** The client that obtained the mfa token. */
  readonly clientId: string
  /**
   * Makes the session. The headers it returns (any number of `set-cookie`) are sent with the answer. The tokens reach
   * the browser only if you send them. If it throws or takes longer than ten seconds, the person gets the new code and
   * `session: false`; likewise if a header can't be sent or kept: a control character, a cookie over 4,096 bytes, over
   * 15,000 bytes in all. Connection headers (`connection`, `upgrade`) and those the handler sets itself are dropped.
   * Also the place to notify the account's owner that a recovery code was used (NIST SP 800-63B-4 §4.6).
   *
   * @param signal Aborted after the ten seconds. A session made later reaches nobody: pass it to your store, or call
   * `signal.throwIfAborted()` before you write.
   */
  readonly onTokens: (
    tokens: TokenSet,
    request: Request,
    signal: AbortSignal,
  ) => SessionHeaders | void | Promise<SessionHeaders | void>
  /**
   * For a browser that only holds a handle: returns its real mfa token, or undefined if there is none (the person
   * starts again). The mfa token of the next factor then stays on the server too: see `onAnotherFactor`.
   *
   * `createSignInCookie` has one, with a sealed cookie. Your own handle names one sign-in, so make it random and
   * unique: at least 128 bits, 22 characters in base64url; a shorter one is refused. The browser keeps the new code
   * under its handle until it is saved; if everybody shared one (`session`), one person's code could be shown to the
   * next.
   */
  readonly resolveMfaToken?:
    | ((handle: string, request: Request) => string | undefined | Promise<string | undefined>)
    | undefined
  /**
   * With `resolveMfaToken`: the server requires another factor. Store the next mfa token under the same handle; the
   * headers it returns (any number of `set-cookie`) are sent with the answer. The browser gets the handle as
   * `next.mfaToken` in `onStartAgain('another-factor', next)`, with the factors that may be asked for. Without this, or
   * if it throws or takes over ten seconds, it gets no `next`, and the person starts the sign-in again.
   */
  readonly onAnotherFactor?:
    | ((
        next: MfaRequired,
        request: Request,
        handle: string,
      ) => SessionHeaders | void | Promise<SessionHeaders | void>)
    | undefined
  /**
   * Origins that may post besides the request's own: `https://login.example.com`; http only on localhost. Default none.
   * Their preflights are answered. The page must set `credentials: 'include'` on its transport: without it the browser
   * drops the session cookie, and this handler can't tell.
   */
  readonly allowedOrigins?: readonly string[] | undefined
  /**
   * Compares the page's origin with `x-forwarded-host` (the first, if several) instead of `Host`. Only needed behind a
   * proxy that rewrites `Host`, and only for browsers without `Sec-Fetch-Site` (Safari before 16.4). Anyone may send
   * that header, so your proxy must set it on every request. Default false.
   */
  readonly trustForwardedHost?: boolean | undefined
  /**
   * How many requests may be open at the token endpoint at once; the next is answered 503 before anything is sent.
   * Default 200. The number in flight is submits per second times seconds each: at one second each, 200 means 200
   * sign-ins a second; if the endpoint is silent until `fetch` gives up (300 s in Node), two submits every three
   * seconds reach 200. Each holds two sockets and at most 8 kB of body and 64 kB of answer: 14 MB and 400 sockets. A
   * body still arriving doesn't count; it has ten seconds.
   */
  readonly maxInFlight?: number | undefined
  /**
   * Holds each answer for minutes, so that a lost one can be read again: `createHeldAnswers`. Requests that wait for the
   * outcome of the same one count towards `maxInFlight`. Default: a lost answer stays lost.
   */
  readonly held?: HeldAnswers | undefined
  /**
   * The person's IP address, if your platform knows it, forwarded as `auth0-forwarded-for`: otherwise Auth0's attack
   * protection counts every failure against your server. Anything but an IPv4 or IPv6 address is left out.
   *
   * Take it from your platform or your own proxy. Anyone can send an `x-forwarded-for`, and so choose whose address the
   * failures count against.
   *
   * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
   */
  readonly clientAddress?: ((request: Request) => string | undefined) | undefined
  /** For logs and metrics. Errors it throws are ignored. */
  readonly onEvent?: ((event: RecoveryCodeHandlerEvent) => void) | undefined
  /** Default the global one. */
  readonly fetch?: typeof fetch | undefined
}
