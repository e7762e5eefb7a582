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
  /** Default 0: a free port. */
  readonly port?: number
  /** The address to listen on. Default 127.0.0.1. */
  readonly host?: string
  /** The origin that its tokens are of, if it stands in for another server. Default its own. */
  readonly issuer?: string
  /** Origins of pages that may call the server from a browser. */
  readonly origins?: Iterable<string>
  /** The file that keeps accounts and mfa tokens across restarts. Default: memory only. */
  readonly stateFile?: string
  /** Epoch milliseconds, for mfa tokens and attempts. Default `Date.now`. */
  readonly now?: () => number
  /** Called when a recovery code is spent and its successor stored, before the answer is written. */
  readonly onRotated?: (event: RotatedEvent) => void
  /** Called for every request, to inject faults; `handle` does the normal work. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse, handle: Handle) => void
}

export interface AuthServer {
  /** The origin. */
  readonly url: string
  readonly accounts: readonly SeededAccount[]
  /** Every account's. */
  readonly password: string
  /** The private key of the client `web-assertion`, RS256, new on each start. */
  readonly assertionKey: CryptoKey
  /** For a page whose origin is known only once the server runs. */
  allowOrigin(origin: string): void
  /** Closes every connection, including open ones. */
  close(): Promise<void>
}

/**
 * Starts the demo's OAuth 2 server.
 *
 * @throws Error if the port is taken or the state file isn't this server's.
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
    // A browser accepts HTML, and the library would answer with a page.
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
    // Kept-alive connections would keep it open.
    http.closeAllConnections()
  })
}
