// Would a test notice a fault? Stryker makes one change at a time, first under the tests without a page, which take
// milliseconds, then what survived under those with one. Prints the survivors and the score; fails below 97 %.
// `pnpm test:mutation protocol challenge/receipt` changes only those.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status: string
  readonly location: Readonly<
    Record<'start' | 'end', { readonly line: number; readonly column: number }>
  >
}

const root = join(import.meta.dirname, '..')
const src = 'packages/react-recovery-login/src'
const LEAST = 97
const settings = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8')) as object
const wanted = process.argv.slice(2)
const folders = wanted.length > 0 ? wanted : ['protocol', 'challenge', 'capture']
const files = folders.map((name) => `${src}/${name}${name.includes('/') ? '*' : '/**/*'}.ts`)

mkdirSync(join(root, 'reports'), { recursive: true })
const all = run('node', [...files, '!**/*.test.ts', '!**/*.fixture.ts'])
const alive = new Map([...all].filter(([, mutant]) => survived(mutant)))
if (alive.size > 0) {
  const secondRound = run('jsdom', [...alive].map(rangeOf))
  for (const name of alive.keys()) {
    const again = secondRound.get(name)
    if (again === undefined) throw new Error(`The second round left out ${name}`)
    if (!survived(again)) alive.delete(name)
  }
}

for (const [name, { mutatorName, replacement }] of alive)
  console.log(`${name.split(' ')[0]}  ${mutatorName} → ${replacement}`)
const score = (100 * (all.size - alive.size)) / all.size
console.log(`\n${all.size} changes, ${alive.size} survived: ${score.toFixed(1)} %`)
if (!(score >= LEAST)) process.exitCode = 1

/** Every mutant of the files or ranges under the tests of one project, by its place and its text. */
function run(project: 'node' | 'jsdom', mutate: readonly string[]): ReadonlyMap<string, Mutant> {
  const config = join(root, 'reports', `stryker-${project}.json`)
  const report = join(root, 'reports', `mutation-${project}.json`)
  rmSync(report, { force: true })
  writeFileSync(config, JSON.stringify({ ...settings, mutate, jsonReporter: { fileName: report } }))
  spawnSync(join(root, 'node_modules/.bin/stryker'), ['run', config], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_PROJECT: project },
  })
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
  }
  return new Map(
    Object.entries(files).flatMap(([file, { mutants }]) =>
      mutants.map((mutant) => [nameOf(file, mutant), mutant] as const),
    ),
  )
}

function survived({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage'
}

function nameOf(
  file: string,
  { location: { start, end }, mutatorName, replacement }: Mutant,
): string {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`
}

/** As Stryker takes it: columns from 0, where its report counts from 1. */
function rangeOf([name, { location }]: readonly [name: string, mutant: Mutant]): string {
  const [file] = name.split(':')
  const [from, to] = [location.start, location.end].map(
    ({ line, column }) => `${line}:${column - 1}`,
  )
  return `${file}:${from}-${to}`
}
