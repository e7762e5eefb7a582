import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeServers } from '../install-node-servers.ts'
import type { Consumer } from './consumer.ts'
import { npm } from './run-script.ts'

const quiet = ['--no-audit', '--no-fund', '--prefer-offline']

/**
 * Installs what the app's lockfile has, then the kit, as a person would.
 *
 * @param kit The tarball, or the package's folder with its built files.
 * @throws Error with what npm printed.
 */
export function installKit(folder: string, kit: string): void {
  npm(['ci', ...quiet], folder)
  // Saved: `shadcn add` installs what package.json does not name. Of a folder a copy: through a link, a bundler finds the
  // React of the workspace beside the app's own, and every hook throws.
  npm(['install', ...quiet, '--install-links', kit], folder)
}

/** The same without a download: links to what the workspace has, and to a kit that is installed elsewhere. */
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
