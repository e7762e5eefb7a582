import type { TokenSet } from '../protocol/read-verification.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'

/** How the server proves that it is the client. One of the two; a public client needs no handler. */
type ClientAuthentication =
  | {
      /** Sent in the body (`client_secret_post`), never anywhere else. */
      readonly clientSecret: string
      readonly clientAssertion?: never
    }
  | {
      /** Signs a new assertion (`private_key_jwt`) for each request. */
      readonly clientAssertion: () => string | Promise<string>
      readonly clientSecret?: never
    }

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
   * reach the browser only if you send them. Where it throws, or takes longer than ten seconds, the person gets the new
   * code and `session: false`. The place, too, to tell the account's owner that a recovery code was used (NIST SP
   * 800-63B-4 §4.6).
   */
  readonly onTokens: (
    tokens: TokenSet,
    request: Request,
  ) => HeadersInit | void | Promise<HeadersInit | void>
  /**
   * Where the browser holds a handle only: from handle and request to the real mfa token, or undefined where there is
   * none (the person starts again). The mfa token that a next factor would need then stays on the server too.
   */
  readonly resolveMfaToken?: (
    handle: string,
    request: Request,
  ) => string | undefined | Promise<string | undefined>
  /**
   * Origins that may post, beside the request's own: `https://login.example.com`. Default none. Behind a proxy that
   * changes the host, the page's own origin belongs here too.
   */
  readonly allowedOrigins?: readonly string[]
  /**
   * The person's IP address, where your platform knows it, sent on as `auth0-forwarded-for`: else Auth0's attack
   * protection counts every failure against your server. What is no address is left out.
   *
   * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
   */
  readonly clientAddress?: (request: Request) => string | undefined
  /** For logs and metrics. What it throws changes nothing. */
  readonly onEvent?: (event: RecoveryCodeHandlerEvent) => void
  /** Default the global one. */
  readonly fetch?: typeof fetch
}
