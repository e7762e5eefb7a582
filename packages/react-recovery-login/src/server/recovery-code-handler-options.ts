import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { TokenSet } from '../protocol/read-verification.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'

/** How the server proves that it is the client. One of the two; a public client needs no handler. */
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

/** What `new Headers` takes. Named by what every platform declares: `HeadersInit` is a name of the DOM's types alone. */
export type SessionHeaders = NonNullable<ConstructorParameters<typeof Headers>[0]>

/**
 * What a callback gets as `request` is the browser's request: its headers can be read, its body has been.
 * A callback that throws is named in an event; what it threw is dropped, so log it inside.
 */
export type RecoveryCodeHandlerOptions = ClientAuthentication & {
  /** `tenant.eu.auth0.com`, a custom domain, or an https origin; http only on localhost. */
  readonly domain: string
  /** The client that obtained the mfa token. */
  readonly clientId: string
  /**
   * Makes the session. The headers that it returns (`set-cookie`, any number) go out in the same answer. The tokens
   * reach the browser only if you send them. If it throws, or takes longer than ten seconds, the person gets the new
   * code and `session: false`; so too if a header cannot be sent or kept: a control character in it, a cookie of more
   * than 4,096 bytes, more than 15,000 bytes in all. Headers of one connection (`connection`, `upgrade`) and those that
   * the handler sets itself are dropped. The place, too, to tell the account's owner that a recovery code was used (NIST
   * SP 800-63B-4 §4.6).
   *
   * @param signal Aborted after the ten seconds. Nobody gets a session that is made later: pass it to your store, or call
   * `signal.throwIfAborted()` before you write.
   */
  readonly onTokens: (
    tokens: TokenSet,
    request: Request,
    signal: AbortSignal,
  ) => SessionHeaders | void | Promise<SessionHeaders | void>
  /**
   * For a browser that holds a handle only: from handle and request to the real mfa token, or undefined if there is none
   * (the person starts again). The mfa token of a next factor then stays on the server too: see `onAnotherFactor`.
   *
   * `createSignInCookie` has one, with a sealed cookie. A handle of your own names one sign-in, so it is random and
   * unique: at least 128 bits, 22 characters in base64url, and a shorter one is refused. The browser keeps the new code
   * of a sign-in under its handle until it is saved; with the same one for everybody (`session`), one person's code could
   * be shown to the next.
   */
  readonly resolveMfaToken?:
    | ((handle: string, request: Request) => string | undefined | Promise<string | undefined>)
    | undefined
  /**
   * With `resolveMfaToken`: the server asked for one more factor. Keeps the next mfa token, so that from now on the handle
   * stands for it; the headers that it returns (`set-cookie`, any number) go out in the same answer. The browser gets the
   * handle as `next.mfaToken` in `onStartAgain('another-factor', next)`, with the factors that may be asked for. Without
   * this, or if it throws or takes more than ten seconds, it gets no `next`: there is nothing to go on with, and the person
   * starts the sign-in again.
   */
  readonly onAnotherFactor?:
    | ((
        next: MfaRequired,
        request: Request,
        handle: string,
      ) => SessionHeaders | void | Promise<SessionHeaders | void>)
    | undefined
  /**
   * Origins that may post, beside the request's own: `https://login.example.com`; http only on localhost. Default none.
   * Their preflights are answered. The page gives `credentials: 'include'` to its transport: without it the browser drops
   * the session cookie, and nothing in a request tells that to this handler.
   */
  readonly allowedOrigins?: readonly string[] | undefined
  /**
   * Compares the page's origin with `x-forwarded-host` (the first, if there are several) in place of `Host`. Needed only
   * behind a proxy that rewrites `Host`, and only for browsers that send no `Sec-Fetch-Site` (Safari before 16.4). Anyone
   * may send that header, so your proxy has to set it on every request. Default false.
   */
  readonly trustForwardedHost?: boolean | undefined
  /**
   * How many requests may be open at the token endpoint at once; the next is answered 503 before anything is sent.
   * Default 200. In flight are the submits of a second times the seconds that each takes: at one second each, 200 are 200
   * sign-ins a second, and when the endpoint is silent until `fetch` gives up (300 s in Node), 200 are reached by two
   * submits in three seconds. Each holds two sockets and at most 8 kB of body and 64 kB of answer: 14 MB and 400 sockets.
   * A body that is still to come is not counted; it has ten seconds.
   */
  readonly maxInFlight?: number | undefined
  /**
   * The person's IP address, if your platform knows it, sent on as `auth0-forwarded-for`: else Auth0's attack protection
   * counts every failure against your server. What is not an IPv4 or IPv6 address is left out.
   *
   * Take it from what your platform or your own proxy sets. Anyone can send an `x-forwarded-for`, and so choose whose
   * address the failures count against.
   *
   * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
   */
  readonly clientAddress?: ((request: Request) => string | undefined) | undefined
  /** For logs and metrics. What it throws changes nothing. */
  readonly onEvent?: ((event: RecoveryCodeHandlerEvent) => void) | undefined
  /** Default the global one. */
  readonly fetch?: typeof fetch | undefined
}
