import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAuthServer, WEB_CLIENT_SECRET, type AuthServer } from 'auth-server'
import { installTarball } from '../../scripts/consumers/install.ts'
import { npm } from '../../scripts/consumers/run-script.ts'
import { startServer, type App } from '../../scripts/consumers/serve-app.ts'
import { pack } from '../../scripts/pack.ts'

export interface StartedApp extends App {
  readonly auth: AuthServer
}

/** Installs an app of `apps/` outside the workspace with the packed kit, builds it without any secret, and starts it. */
export async function startApp(name: string): Promise<StartedApp> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const at = join(folder, 'app')
  cpSync(join(import.meta.dirname, '../../apps', name), at, {
    recursive: true,
    filter: (from) => !/node_modules|\.next|dist/.test(from.slice(from.indexOf(name))),
  })
  installTarball(at, pack(folder))
  npm(['run', 'build'], at)
  const auth = await startAuthServer()
  const app = await startServer(at, {
    AUTH0_DOMAIN: auth.url,
    AUTH0_CLIENT_ID: 'web',
    AUTH0_CLIENT_SECRET: WEB_CLIENT_SECRET,
    SIGN_IN_SECRET: 'for-tests-alone-Zq8WmP4vT1nKc7RbY2dLxS5h',
    SESSION_SECRET: 'for-tests-alone-Hj3NfV9sQ6tGk2BwX8aEyM4p',
  })
  return {
    ...app,
    auth,
    close() {
      app.close()
      void auth.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
