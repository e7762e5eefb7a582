import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { startAuthServer, WEB_CLIENT_SECRET, type AuthServer } from 'auth-server'
import type { Browser } from 'playwright'
import { packageFolder } from '../pack.ts'
import type { Consumer } from './consumer.ts'
import { npm } from './run-script.ts'
import { serveBuilt, startServer, type App } from './serve-app.ts'
import { expectSignedIn, signIn } from './sign-in.ts'
import { tryBesideSdk } from './try-beside-sdk.ts'
import { tryOwnMarkup } from './try-own-markup.ts'
import { watchPassword } from './watch-password.ts'
import { visit, type Visit, type Weight } from './visit.ts'

export interface Trial {
  /** The page's; undefined for a fixture without a page. */
  readonly weight?: Weight
  /** Tool output that mentions the kit: a healthy build has none. */
  readonly named: readonly string[]
}

/**
 * Builds an installed fixture, opens it and signs in; or runs its tests.
 *
 * @param folder Where it is installed.
 * @throws Error for whatever fails, with what was printed.
 */
export async function tryConsumer(
  { scripts, build, story, issuer, ownMarkup = false, besideSdk = false }: Consumer,
  folder: string,
  browser: Browser,
): Promise<Trial> {
  const auth = await startAuthServer(issuer === undefined ? {} : { issuer })
  // Only for the running server: the build gets no secrets.
  const env = {
    AUTH_DOMAIN: auth.url,
    AUTH_CLIENT_ID: 'web',
    AUTH_CLIENT_SECRET: WEB_CLIENT_SECRET,
    SIGN_IN_SECRET: randomBytes(32).toString('base64'),
  }
  const run = (script: string) => npm(['run', '--silent', script], folder)
  try {
    const printed = build === undefined ? '' : run(build)
    if (scripts.test !== undefined) return { named: naming(printed + run('test')) }
    const app = await (scripts.start === undefined
      ? serveBuilt(join(folder, 'dist'))
      : startServer(folder, env))
    try {
      auth.allowOrigin(app.url)
      const weight = await visit(
        browser,
        story === undefined
          ? login(app, auth, { server: scripts.start, ownMarkup, besideSdk })
          : watch(app, story),
      )
      return { weight, named: naming(printed + app.printed()) }
    } catch (error) {
      throw new Error(`${String(error)}\n${app.printed()}`, { cause: error })
    } finally {
      app.close()
    }
  } finally {
    await auth.close()
  }
}

interface Page {
  /** Its server's start script, if it has one. */
  readonly server: string | undefined
  readonly ownMarkup: boolean
  readonly besideSdk: boolean
}

function login(app: App, auth: AuthServer, { server, ownMarkup, besideSdk }: Page): Visit {
  const account = auth.accounts.find(({ email }) => email === 'usual@example.com')
  const code = account?.recoveryCode ?? ''
  const styles = readFileSync(join(packageFolder, 'dist/styles.css'), 'utf8')
  return {
    url: `${app.url}/?domain=${auth.url}`,
    async act(page) {
      if (ownMarkup) return tryOwnMarkup(page, code)
      if (besideSdk) return tryBesideSdk(page, code, auth.url)
      const assertNoMfaToken = watchPassword(page)
      await signIn(page, code, styles)
      if (server !== undefined) await assertNoMfaToken()
    },
  }
}

function watch({ url }: App, story: string): Visit {
  return { url: `${url}/iframe.html?id=${story}&viewMode=story`, act: expectSignedIn }
}

function naming(printed: string): readonly string[] {
  const lines = stripVTControlCharacters(printed).split('\n')
  return lines.filter((line) => line.includes('react-recovery-login'))
}
