import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { CryptoKey } from 'jose'
import { DEMO_PASSWORD, seededAccounts, type SeededAccount } from './accounts.ts'
import { answerCors } from './cors.ts'
import { answerMfaApi } from './mfa-api.ts'
import { createKeys, createProvider } from './provider/create-provider.ts'
import { refuseRequest } from './refuse-request.ts'
import { State } from './state.ts'
import type { RotatedEvent } from './tenant.ts'

export { WEB_CLIENT_SECRET } from './clients.ts'
export { refusalOf, refuseRequest } from './refuse-request.ts'
export type { RotatedEvent, SeededAccount }

export type Handle = (request: IncomingMessage, response: ServerResponse) => void

export interface AuthServerOptions {
  /** Default 0: one that is free. */
  readonly port?: number
  /** The address to listen on. Default 127.0.0.1. */
  readonly host?: string
  /** The origin that its tokens are of, if it stands in for another server. Default its own. */
  readonly issuer?: string
  /** Origins of pages that may call the server from a browser. */
  readonly origins?: Iterable<string>
  /** Where accounts and mfa tokens are kept across restarts. Default: in memory alone. */
  readonly stateFile?: string
  /** Epoch milliseconds, for mfa tokens and attempts. Default `Date.now`. */
  readonly now?: () => number
  /** A recovery code is spent and its successor kept; the answer is not written yet. */
  readonly onRotated?: (event: RotatedEvent) => void
  /** Stands before every request, for faults on the wire; `handle` does what would have been done. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse, handle: Handle) => void
}

export interface AuthServer {
  /** The origin. */
  readonly url: string
  readonly accounts: readonly SeededAccount[]
  /** Of every account. */
  readonly password: string
  /** The private key of the client `web-assertion`, RS256, new for each start. */
  readonly assertionKey: CryptoKey
  /** For a page whose origin is known only when the server runs. */
  allowOrigin(origin: string): void
  /** Ends every connection, open ones too. */
  close(): Promise<void>
}

/**
 * Starts the demo's OAuth 2 server.
 *
 * @throws Error where the port is taken or the state file is not one of this server's.
 */
export async function startAuthServer(options: AuthServerOptions = {}): Promise<AuthServer> {
  const { port = 0, host = '127.0.0.1', now = Date.now, onRotated = () => {} } = options
  const { intercept = (request, response, handle) => handle(request, response) } = options
  const origins = new Set(options.origins)
  const tenant = { state: new State(options.stateFile, now()), now, onRotated }
  const keys = await createKeys()

  const http = createServer()
  const url = await listen(http, port, host)
  // Auth0's issuers end in a slash, and a client assertion names the issuer.
  const oidc = createProvider(`${options.issuer ?? url}/`, tenant, keys).callback()
  const handle: Handle = (request, response) => {
    if (refuseRequest(request, response)) return
    if (answerCors(origins, request, response)) return
    if (answerMfaApi(tenant, request, response)) return
    // A browser asks for HTML where it can, and the library would answer with a page.
    request.headers.accept = 'application/json'
    void oidc(request, response)
  }
  http.on('request', (request, response) => intercept(request, response, handle))

  return {
    url,
    accounts: seededAccounts,
    password: DEMO_PASSWORD,
    assertionKey: keys.assertion,
    allowOrigin: (origin) => void origins.add(origin),
    close: () => close(http),
  }
}

function listen(http: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      const address = http.address()
      if (address === null || typeof address === 'string') reject(new Error('There is no port.'))
      else resolve(`http://${host}:${address.port}`)
    })
  })
}

function close(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve())
    // Kept-alive ones would hold it open.
    http.closeAllConnections()
  })
}
