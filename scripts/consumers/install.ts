import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeServers } from '../install-node-servers.ts'
import type { Consumer } from './consumer.ts'
import { npm } from './run-script.ts'

const quiet = ['--no-audit', '--no-fund', '--prefer-offline']

/**
 * Installs the app's lockfile, then the kit, as a user would.
 *
 * @param kit The tarball, or the package's folder with its built files.
 * @throws Error with what npm printed.
 */
export function installKit(folder: string, kit: string): void {
  npm(['ci', ...quiet], folder)
  // Saved, because `shadcn add` installs what package.json doesn't list. A folder is copied: through a link, a bundler
  // finds the workspace's React as well as the app's, and every hook throws.
  npm(['install', ...quiet, '--install-links', kit], folder)
}

/** The same without a download: links to the workspace's packages, and to a kit installed elsewhere. */
export function linkPackages(folder: string, { dependencies }: Consumer, kit: string): void {
  const workspace = join(import.meta.dirname, '../../node_modules')
  const link = (name: string, to: string) => {
    const from = join(folder, 'node_modules', name)
    mkdirSync(dirname(from), { recursive: true })
    symlinkSync(to, from)
  }
  for (const name of Object.keys(dependencies)) {
    const shared = join(workspace, name)
    link(name, existsSync(shared) ? shared : join(nodeServers, 'node_modules', name))
  }
  link('.bin', join(workspace, '.bin'))
  link('react-recovery-login', kit)
}
