import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import {
  startAuthServer,
  WEB_CLIENT_SECRET,
  type AuthServer,
  type AuthServerOptions,
} from 'auth-server'
import { createServer, type Plugin, type UserConfig } from 'vite'
import { describeDemo } from './server/describe-demo.ts'
import { guard } from './server/guard.ts'
import { createLoginBackend } from './server/login-backend.ts'
import { NONCE_TO_COME, servePage } from './server/serve-page.ts'
import { serveWeb, type WebHandler } from './server/serve-web.ts'
import type { DemoFacts } from './src/demo-facts.ts'

export interface ServeDemoOptions {
  /** Default 4310, or the next that is free. 0: any. */
  readonly port?: number
  /** What the demo's OAuth server is started with. Default: any free port, everything in memory. */
  readonly auth?: AuthServerOptions
  /** The confidential client that the page's own server is: `web`, or one that may not use recovery codes. Default `web`. */
  readonly webClient?: 'web' | 'web-no-grant'
  /** Headers that the page goes without, as that of a host which does not send them. Default none. */
  readonly withoutHeaders?: readonly ('cache-control' | 'content-security-policy')[]
  /** Folder of the pages. Default the login page's. */
  readonly root?: string
  /** Anything else for Vite. */
  readonly vite?: Pick<UserConfig, 'cacheDir' | 'optimizeDeps' | 'resolve' | 'server'>
  /** Prints nothing. Default false: the addresses and what to type. */
  readonly quiet?: boolean
}

export interface Demo {
  /** The origin of the login page. */
  readonly url: string
  /** The OAuth server of now. */
  readonly auth: AuthServer
  /** Begins again with another OAuth server and no sessions; the pages stay. */
  restart(options?: Pick<ServeDemoOptions, 'auth' | 'webClient' | 'withoutHeaders'>): Promise<void>
  close(): Promise<void>
}

/** Everything that a page of the demo loads: found one by one, a page would be loaded again in the middle of a login. */
export const demoDependencies = [
  '@tanstack/react-query',
  'react',
  'react-dom',
  'react-dom/client',
  'react-hook-form',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
]

/** Starts the OAuth server, and the login page with its own backend, in this process. */
export async function serveDemo(options: ServeDemoOptions = {}): Promise<Demo> {
  const { port = 4310, root = fileURLToPath(new URL('.', import.meta.url)), vite } = options
  let backend: WebHandler = () => undefined
  let withoutHeaders: readonly string[] = []
  const server = await createServer({
    ...vite,
    configFile: false,
    root,
    // Vite's own page has no header that a host is to send.
    appType: 'custom',
    html: { cspNonce: NONCE_TO_COME },
    clearScreen: false,
    logLevel: 'warn',
    plugins: [
      react(),
      serveBackend(
        (request) => backend(request),
        () => withoutHeaders,
      ),
    ],
    optimizeDeps: vite?.optimizeDeps ?? { include: demoDependencies, noDiscovery: true },
    // Not `localhost`: the page and the OAuth server are then on one address, whatever that name stands for.
    server: { ...vite?.server, host: '127.0.0.1', port },
  })
  if (server.httpServer) guard(server.httpServer)
  await server.listen()
  const url = originOf(server.resolvedUrls?.local)

  const begin = async (again: ServeDemoOptions): Promise<AuthServer> => {
    const { auth: authOptions, webClient } = again
    withoutHeaders = again.withoutHeaders ?? []
    const started = await startAuthServer({ ...authOptions, origins: [url] })
    backend = createBackend(started, webClient)
    return started
  }
  let auth = await begin(options)
  if (options.quiet !== true) console.log(describeDemo(url, auth))
  return {
    url,
    get auth() {
      return auth
    },
    async restart(again = {}) {
      await auth.close()
      auth = await begin(again)
    },
    async close() {
      await server.close()
      await auth.close()
    },
  }
}

function serveBackend(handle: WebHandler, withoutHeaders: () => readonly string[]): Plugin {
  return {
    name: 'login-backend',
    configureServer(vite) {
      vite.middlewares.use(serveWeb(handle))
      return () => vite.middlewares.use(servePage(vite, withoutHeaders))
    },
  }
}

/** The routes of the login page, and what the page has to know about the demo. */
function createBackend(
  { url: authServer, accounts, password }: AuthServer,
  clientId: ServeDemoOptions['webClient'] = 'web',
): WebHandler {
  const facts: DemoFacts = { authServer, accounts, password }
  const login = createLoginBackend({
    authServer,
    clientId,
    clientSecret: WEB_CLIENT_SECRET,
  })
  return (request) =>
    new URL(request.url).pathname === '/demo.json'
      ? Promise.resolve(Response.json(facts))
      : login(request)
}

function originOf(urls: readonly string[] | undefined): string {
  const [first] = urls ?? []
  if (first === undefined) throw new Error('Vite listens nowhere.')
  return new URL(first).origin
}
