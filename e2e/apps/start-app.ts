import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startAuthServer, WEB_CLIENT_SECRET, type AuthServer } from 'auth-server'
import { installTarball } from '../../scripts/consumers/install.ts'
import { npm } from '../../scripts/consumers/run-script.ts'
import { startServer, type App } from '../../scripts/consumers/serve-app.ts'
import { commandsOf, filesOf, pages } from '../../scripts/docs-files.ts'
import { pack } from '../../scripts/pack.ts'

export interface StartedApp extends App {
  readonly auth: AuthServer
}

/**
 * Builds the app in an empty folder from its docs page alone: its files, its commands, and its packages with the packed
 * kit, in the versions of the app's lockfile. The build has no secrets.
 */
export async function startApp(page: string): Promise<StartedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  const at = join(folder, 'app')
  for (const { path, text } of filesOf(page)) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
  const own = join(import.meta.dirname, '../..', pages[page] ?? '')
  const run = commandsOf(page, 'run')
  const manifest = {
    ...JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')),
    scripts: { build: run.slice(0, -1).join(' && '), start: run.at(-1) },
  }
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest))
  copyFileSync(join(own, 'package-lock.json'), join(at, 'package-lock.json'))
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
