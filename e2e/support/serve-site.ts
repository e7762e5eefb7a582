import { join } from 'node:path'
import { demoDependencies, serveDemo, type Demo, type ServeDemoOptions } from 'login-demo/serve'
import { fromSource } from '../../scripts/from-source.ts'

/** The login page, or the pages of `e2e/pages` over the same backend. */
export type Site = 'login' | 'hosts'

const folder = join(import.meta.dirname, '..')

/** @param options Other options of the demo. */
export function serveSite(site: Site, options: ServeDemoOptions = {}): Promise<Demo> {
  const include = [...demoDependencies]
  if (site === 'hosts') include.push('@tanstack/react-query-persist-client')
  return serveDemo({
    port: 0,
    quiet: true,
    ...options,
    ...(site === 'hosts' && { root: join(folder, 'pages') }),
    vite: {
      resolve: fromSource.resolve,
      // A separate cache: otherwise a running demo would re-bundle its dependencies after each run.
      cacheDir: join(folder, '../node_modules/.cache/e2e', site),
      optimizeDeps: { include, noDiscovery: true },
      server: { hmr: false, watch: null },
    },
  })
}
