import { cpSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../../consumers')

/** What is tested: a folder of `consumers/` with a package.json, built in one way. */
export interface Consumer {
  /** The folder, plus what follows `build:` if there are several builds. */
  readonly name: string
  readonly folder: string
  /**
   * Its scripts. With `test` there is no page. Otherwise the page comes from `start`, a server that prints its address,
   * or without it from `dist`, as static files.
   */
  readonly scripts: Readonly<Partial<Record<'start' | 'test', string>>>
  /** The name of its build script. */
  readonly build?: string
  /** A Storybook's story: once opened, it signs in by itself. */
  readonly story?: string
  /** Its screens are its own markup on the hooks, and don't look like the kit's. */
  readonly ownMarkup?: boolean
  /** It also has one of Auth0's SDKs, and a page that signs in through it. */
  readonly besideSdk?: boolean
  /** The issuer its auth server stands in for. */
  readonly issuer?: string
  /** The versions it is tested with. */
  readonly dependencies: Readonly<Record<string, string>>
}

/** All of them, by name. */
export function listConsumers(): readonly Consumer[] {
  return globSync('*/package.json', { cwd: root }).map(dirname).toSorted().flatMap(readFolder)
}

/** One of them. @throws Error if there is none. */
export function findConsumer(name: string): Consumer {
  const found = listConsumers().find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no folder consumers/${name}.`)
  return found
}

function readFolder(folder: string): readonly Consumer[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const { scripts = {}, config = {}, dependencies, devDependencies } = manifest
  const versions = { ...dependencies, ...devDependencies }
  const one = { name: folder, folder, scripts, ...config, dependencies: versions }
  const builds = Object.keys(scripts).filter((script) => script.startsWith('build'))
  if (builds.length === 0) return [one]
  return builds.map((build) => ({ ...one, build, name: `${folder}${build.replace('build', '')}` }))
}

/** Copies a fixture to a folder outside the workspace, and the shared files into its `src`. */
export function copyConsumer({ folder }: Consumer, into: string): void {
  const filter = (from: string) => !from.includes('node_modules')
  cpSync(join(root, 'shared'), join(into, 'src'), { recursive: true })
  cpSync(join(root, folder), into, { recursive: true, filter })
}
