import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The folder of the published package. */
export const packageFolder: string = join(import.meta.dirname, '../packages/react-recovery-login')

/** Builds `dist`. @throws Error with what the build printed. */
export function build(): void {
  pnpm(['run', 'build'])
}

/**
 * Builds and packs, with npm, as the release does.
 *
 * @returns The tarball's path, inside the folder given.
 * @throws Error with what npm printed.
 */
export function pack(into: string): string {
  run('npm', ['pack', '--pack-destination', into], packageFolder)
  const tarball = readdirSync(into).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack left no tarball in ${into}`)
  return join(into, tarball)
}

/** Runs the pnpm that runs this script; an editor's test runner has none, and gets it through npx, like the README. */
export function pnpm(args: readonly string[], cwd: string = packageFolder): void {
  const own = process.env.npm_execpath ?? ''
  const isPnpm = /^pnpm(?:\.exe)?$/.test(basename(own))
  const [command, ...first] = isPnpm ? [own] : ['npx', '-y', 'pnpm@12']
  run(command ?? own, [...first, ...args], cwd)
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${stdout}\n${stderr}`)
}
