import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { installPackages, run } from './install-packages.ts'

/** For every launch: a quiet browser that also starts as root, where the sandbox can't. */
export const chromiumArgs: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * A working Chromium: `CHROMIUM_PATH`, else Playwright's own or the system's, else one is installed (Playwright's
 * download or, if that is blocked and we are root on Debian or Ubuntu, the distribution's package).
 *
 * @throws Error that says what to do if none is available.
 */
export function findChromium(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (works(wanted)) return wanted
    throw new Error(
      `CHROMIUM_PATH is ${wanted}, which is not a working Chromium. Fix it or unset it.`,
    )
  }
  const found = present() ?? (download() ? present() : undefined)
  const path = found ?? (installPackages('chromium', 'fonts-liberation') ? present() : undefined)
  if (path) return path
  throw new Error(
    'The browser tests need a Chromium, and none could be found or installed.\n' +
      'Install one (`npx playwright install chromium` or `sudo apt-get install chromium`), or set CHROMIUM_PATH to one.',
  )
}

function present(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  return [
    chromium.executablePath(),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => existsSync(path) && works(path))
}

/** A path isn't enough: Ubuntu's `chromium-browser` may be a stub that says to install a snap. */
function works(path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && stdout.includes('Chrom')
}

function download(): boolean {
  const cli = join(import.meta.dirname, '../node_modules/playwright/cli.js')
  return run(process.execPath, [cli, 'install', 'chromium'])
}
