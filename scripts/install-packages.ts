import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Installs distribution packages, if we are root on Debian or Ubuntu. Returns false if nothing was installed. */
export function installPackages(...packages: readonly string[]): boolean {
  const release = '/etc/os-release'
  if (process.getuid?.() !== 0 || !existsSync(release)) return false
  if (!/^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync(release, 'utf8'))) return false
  run('apt-get', ['update', '-q'])
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

/** Whether a command succeeded within five minutes. */
export function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
  })
  return status === 0
}
