import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeServers } from '../install-node-servers.ts'
import type { Consumer } from './consumer.ts'
import { npm } from './run-script.ts'

const quiet = ['--no-audit', '--no-fund', '--prefer-offline']

/** Installs what the fixture's lockfile has, then the tarball, as a person would. @throws Error with what npm printed. */
export function installTarball(folder: string, tarball: string): void {
  npm(['ci', ...quiet], folder)
  // Saved: `shadcn add` installs what package.json does not name.
  npm(['install', ...quiet, tarball], folder)
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
