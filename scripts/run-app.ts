import { startAuthServer, WEB_CLIENT_SECRET, type AuthServer } from 'auth-server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installKit } from './consumers/install.ts'
import { npm } from './consumers/run-script.ts'
import { startServer, type App } from './consumers/serve-app.ts'
import { build, pack, packageFolder } from './pack.ts'

export interface RunningApp extends App {
  /** The server that it signs people in by. */
  readonly auth: AuthServer
}

export interface RunAppOptions {
  /** The kit from its tarball, as npm will hand it out; else a copy of the built files of the workspace. */
  readonly packed: boolean
}

/**
 * Installs one of the apps that stand outside the workspace, with the kit, builds it without a secret, and runs it in
 * production beside an auth server of its own.
 *
 * @param folder A copy of the app, for this run alone.
 * @throws Error with what was printed by the step that failed.
 */
export async function runApp(folder: string, { packed }: RunAppOptions): Promise<RunningApp> {
  installFrom(folder, packed)
  npm(['run', 'build'], folder)
  const auth = await startAuthServer()
  const app = await startServer(folder, {
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
    },
  }
}

function installFrom(folder: string, packed: boolean): void {
  if (!packed) {
    build()
    return installKit(folder, packageFolder)
  }
  const tarball = mkdtempSync(join(tmpdir(), 'tarball-'))
  try {
    installKit(folder, pack(tarball))
  } finally {
    rmSync(tarball, { recursive: true, force: true })
  }
}
