import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installPackages } from './install-packages.ts'

/**
 * A working Firefox: `FIREFOX_PATH`, else the system's, else the distribution's package is installed, if we are root on
 * Debian or Ubuntu. It has to be an unmodified Firefox, driven over WebDriver BiDi: Playwright ships its own build.
 *
 * @throws Error that says what to do if none is available.
 */
export function findFirefox(): string {
  const wanted = process.env.FIREFOX_PATH
  if (wanted) {
    if (works(wanted)) return wanted
    throw new Error(
      `FIREFOX_PATH is ${wanted}, which is not a working Firefox. Fix it or unset it.`,
    )
  }
  const path = present() ?? (installPackages('firefox-esr') ? present() : undefined)
  if (path) return path
  throw new Error(
    'The Firefox tests need a Firefox, and none could be found or installed.\n' +
      'Install one (`sudo apt-get install firefox-esr`, or from mozilla.org), or set FIREFOX_PATH to one.',
  )
}

function present(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return [
    ...['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ].find((path) => existsSync(path) && works(path))
}

/** A path isn't enough: Ubuntu's `firefox` may be a stub that says to install a snap. */
function works(path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && stdout.includes('Firefox')
}
