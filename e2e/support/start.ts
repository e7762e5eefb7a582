import { join } from 'node:path'
import { demoDependencies, serveDemo, type Demo, type ServeDemoOptions } from 'login-demo/serve'
import { TokenEndpoint } from './token-endpoint.ts'

/** A demo of a test's own: fresh accounts, and what its OAuth server saw. */
export interface TestDemo extends Demo {
  readonly tokenEndpoint: TokenEndpoint
}

const folder = join(import.meta.dirname, '..')

/** @param now The OAuth server's clock, in epoch milliseconds. */
export function startLoginDemo(now?: () => number): Promise<TestDemo> {
  return start('login-demo', demoDependencies, { ...(now && { auth: { now } }) })
}

/** The same backend and OAuth server under the pages of `e2e/pages`. */
export function startHostPages(): Promise<TestDemo> {
  const dependencies = [...demoDependencies, '@tanstack/react-query-persist-client']
  return start('host-pages', dependencies, { root: join(folder, 'pages') })
}

async function start(
  cache: string,
  dependencies: string[],
  options: ServeDemoOptions,
): Promise<TestDemo> {
  const tokenEndpoint = new TokenEndpoint()
  const demo = await serveDemo({
    ...options,
    port: 0,
    quiet: true,
    auth: { ...options.auth, intercept: tokenEndpoint.intercept },
    vite: {
      // Of its own: the demo that someone has open would bundle its dependencies anew after each run.
      cacheDir: join(folder, '../node_modules/.cache/e2e', cache),
      optimizeDeps: { include: dependencies, noDiscovery: true },
      server: { hmr: false, watch: null },
    },
  })
  return { ...demo, tokenEndpoint }
}
