import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Packages of the distribution, where this is root on Debian or Ubuntu. False: nothing was installed. */
export function installPackages(...packages: readonly string[]): boolean {
  const release = '/etc/os-release'
  if (process.getuid?.() !== 0 || !existsSync(release)) return false
  if (!/^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync(release, 'utf8'))) return false
  run('apt-get', ['update', '-q'])
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

/** Whether a command ended well, within five minutes. */
export function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  })
  return status === 0
}
