import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

/** The installed package, in the project from the setup. */
export const installed: string = join(inject('consumer'), 'node_modules/react-recovery-login')

/** Each entry point of the installed package that is code, and its target in `exports`. */
export function doors(): [door: string, target: { types: string; default: string }][] {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  return Object.entries<{ types: string; default: string }>(manifest.exports).filter(([, target]) =>
    target.default?.endsWith('.js'),
  )
}

/** The files of `dist` with this ending, by their path inside it. */
export function distFiles(end: string): { file: string; text: string }[] {
  const dist = join(installed, 'dist')
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => ({ file, text: readFileSync(join(dist, file), 'utf8') }))
}

/** Runs one of the consumer's own files on Node. @returns Its output, parsed as JSON. */
export function run(file: string, ...args: string[]): unknown {
  const options = { cwd: inject('consumer'), encoding: 'utf8', timeout: 30_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], options)
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed\n${stdout}\n${stderr}`)
  return JSON.parse(stdout)
}
