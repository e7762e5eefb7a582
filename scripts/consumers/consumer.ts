import { cpSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '../../consumers')

/** An app of `consumers/`: a folder with a package.json, which says by its scripts what is tried. */
export interface Consumer {
  readonly name: string
  /** `build`, then `start` (a server that prints its address) or, without it, `dist` as static files. `test` alone: no page. */
  readonly scripts: Readonly<Partial<Record<'build' | 'start' | 'test', string>>>
  /** The versions that it is tried with. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** Every fixture, by name. */
export function listConsumers(): readonly Consumer[] {
  return globSync('*/package.json', { cwd: folder }).map(dirname).toSorted().map(readConsumer)
}

/** One fixture. @throws Error if there is no such folder. */
export function readConsumer(name: string): Consumer {
  const manifest = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'))
  const { scripts = {}, dependencies, devDependencies } = manifest
  return { name, scripts, dependencies: { ...dependencies, ...devDependencies } }
}

/** Copies a fixture to a folder outside the workspace, and what all fixtures share into its `src`. */
export function copyConsumer({ name }: Consumer, into: string): void {
  const filter = (from: string) => !from.includes('node_modules')
  cpSync(join(folder, 'shared'), join(into, 'src'), { recursive: true })
  cpSync(join(folder, name), into, { recursive: true, filter })
}
