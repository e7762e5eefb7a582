import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import {
  startAuthServer,
  WEB_CLIENT_SECRET,
  type AuthServer,
  type AuthServerOptions,
} from 'auth-server'
import { createServer, type Connect, type Plugin, type UserConfig } from 'vite'
import { memoryAnswers } from 'react-recovery-login/server'
import { createAnswerBreaker, isBreak, type AnswerBreaker } from './server/break-answers.ts'
import { describeDemo } from './server/describe-demo.ts'
import { guard } from './server/guard.ts'
import { createLoginBackend } from './server/login-backend.ts'
import { serveFleet, type Fleet } from './server/serve-fleet.ts'
import { NONCE_TO_COME, servePage } from './server/serve-page.ts'
import { serveWeb, type WebHandler } from './server/serve-web.ts'
import type { DemoFacts } from './src/demo-facts.ts'

export interface ServeDemoOptions {
  /** Default 4310, or the next free one. 0: any. */
  readonly port?: number
  /** Options for the demo's OAuth server. Default: any free port, everything in memory. */
  readonly auth?: AuthServerOptions
  /**
   * The confidential client of the page's own server: `web`, or one that isn't allowed to use recovery codes. Default
   * `web`.
   */
  readonly webClient?: 'web' | 'web-no-grant'
  /** Whether the page's own server holds answers, so that a lost one comes back. Default true. */
  readonly held?: boolean
  /**
   * Three backends in processes of their own behind a round-robin proxy, with answers held in a Redis server of the
   * system. Default false: one, in this process.
   */
  readonly fleet?: boolean
  /** Headers to leave out, like a host that doesn't send them. Default none. */
  readonly withoutHeaders?: readonly ('cache-control' | 'content-security-policy')[]
  /** The pages' folder. Default the login page's. */
  readonly root?: string
  /** Anything else for Vite. */
  readonly vite?: Pick<UserConfig, 'cacheDir' | 'optimizeDeps' | 'resolve' | 'server'>
  /** Prints nothing. Default false: the addresses and what to type. */
  readonly quiet?: boolean
}

export interface Demo {
  /** The origin of the login page. */
  readonly url: string
  /** The current OAuth server. */
  readonly auth: AuthServer
  /** Restarts with a new OAuth server and no sessions; the pages stay. */
  restart(
    options?: Pick<ServeDemoOptions, 'auth' | 'webClient' | 'held' | 'withoutHeaders'>,
  ): Promise<void>
  close(): Promise<void>
}

/**
 * Everything the demo's pages load: discovering dependencies one by one would reload a page in the middle of a login.
 */
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
  const breaker = createAnswerBreaker()
  let fleet: Fleet | undefined
  let withoutHeaders: readonly string[] = []
  const server = await createServer({
    ...vite,
    configFile: false,
    root,
    // Vite's own page lacks the headers that a host should send.
    appType: 'custom',
    html: { cspNonce: NONCE_TO_COME },
    clearScreen: false,
    logLevel: 'warn',
    plugins: [
      react(),
      serveBackend(
        (request) => backend(request),
        [breaker.middleware, (...call) => (fleet ? fleet.middleware(...call) : call[2]())],
        () => withoutHeaders,
      ),
    ],
    optimizeDeps: vite?.optimizeDeps ?? { include: demoDependencies, noDiscovery: true },
    // Not `localhost`, so the page and the OAuth server share an address, whatever that name resolves to.
    server: { ...vite?.server, host: '127.0.0.1', port },
  })
  if (server.httpServer) guard(server.httpServer)
  await server.listen()
  const url = originOf(server.resolvedUrls?.local)

  const begin = async (again: ServeDemoOptions): Promise<AuthServer> => {
    const { auth: authOptions, webClient, held } = again
    withoutHeaders = again.withoutHeaders ?? []
    const started = await startAuthServer({ ...authOptions, origins: [url] })
    backend = createBackend(started, breaker, { webClient, held })
    if (options.fleet) fleet = await serveFleet(started.url, webClient ?? 'web')
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
      await fleet?.close()
    },
  }
}

function serveBackend(
  handle: WebHandler,
  before: readonly Connect.NextHandleFunction[],
  withoutHeaders: () => readonly string[],
): Plugin {
  return {
    name: 'login-backend',
    configureServer(vite) {
      for (const middleware of before) vite.middlewares.use(middleware)
      vite.middlewares.use(serveWeb(handle))
      return () => vite.middlewares.use(servePage(vite, withoutHeaders))
    },
  }
}

/** The login page's routes, and what the page has to know about the demo. */
function createBackend(
  { url: authServer, accounts, password }: AuthServer,
  breaker: AnswerBreaker,
  { webClient: clientId = 'web', held = true }: Pick<ServeDemoOptions, 'webClient' | 'held'>,
): WebHandler {
  const facts: DemoFacts = { authServer, accounts, password }
  const login = createLoginBackend({
    authServer,
    clientId,
    clientSecret: WEB_CLIENT_SECRET,
    store: held ? memoryAnswers() : undefined,
  })
  return (request) => {
    switch (new URL(request.url).pathname) {
      case '/demo.json':
        return Promise.resolve(Response.json(facts))
      case '/demo/break':
        return request.text().then((how) => {
          if (isBreak(how)) breaker.arm(how)
          return new Response(null, { status: 204 })
        })
      default:
        return login(request)
    }
  }
}

function originOf(urls: readonly string[] | undefined): string {
  const [first] = urls ?? []
  if (first === undefined) throw new Error('Vite listens nowhere.')
  return new URL(first).origin
}
