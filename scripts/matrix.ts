// Does the kit work on every peer version it declares? Each row is a copy of the workspace with one peer pinned: it
// runs the package's types, and the cases about one request, surviving answers and hostile settings, the mocks, or the
// sign-in cookie. The rows are read from `peerDependencies`, so a range can't be declared without being tested. `pnpm
// test:matrix react-query` runs only the rows with that name. A full run writes its table for `pnpm docs:cases`.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { packageFolder, pnpm } from './pack.ts'

type Versions = Readonly<Record<string, string>>

interface Row {
  readonly name: string
  /** Exact, or a range, resolved to its highest version. Empty: the lockfile's version. */
  readonly pins: Versions
  readonly tests: readonly string[]
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly meta: { readonly peer?: { readonly name: string; readonly version: string } }
    }[]
  }[]
}

const root = join(import.meta.dirname, '..')
const faults = ['a', 'b', 'c', 'p'].map((group) => `test/faults/${group}-`)
const mocks = ['src/mocks/']
const cookie = ['src/server/create-sign-in-cookie']
/** React 18 doesn't pass `ref` as a prop. */
const components = ['test/native-props', 'test/slots']
const subjects = [
  { peer: 'react', tests: [...faults, ...components] },
  // Up to 5.101.4, an observer that was torn down and restored could wait forever.
  { peer: '@tanstack/react-query', tests: faults, also: ['5.101.4', '5.102.0'] },
  { peer: 'react-hook-form', tests: faults },
  { peer: 'msw', tests: mocks },
  { peer: 'jose', tests: cookie },
]

const { peerDependencies } = JSON.parse(
  readFileSync(join(packageFolder, 'package.json'), 'utf8'),
) as { readonly peerDependencies: Versions }
const wanted = process.argv[2] ?? ''
const rows = allRows().filter(({ name }) => name.includes(wanted))
const peers = Object.keys(peerDependencies).filter((peer) => peer !== 'react-dom')

const table: Readonly<Record<string, string>>[] = []
console.log(line(['row', ...peers, 'types', 'passed', 'failed']))
console.log(line(['---', ...peers.map(() => '---'), '---', '---:', '---:']))
for (const row of rows) runRow(row)
if (rows.length === 0) process.exitCode = 1
if (wanted === '') {
  mkdirSync(join(root, 'reports'), { recursive: true })
  writeFileSync(join(root, 'reports/matrix.json'), JSON.stringify(table))
}

function allRows(): Row[] {
  const all = [...faults, ...components, ...mocks, ...cookie]
  const lowestOfAll = Object.keys(peerDependencies).map((peer) => [peer, ranges(peer)[0]?.lowest])
  return [
    { name: 'the newest of all', pins: {}, tests: all },
    { name: 'the lowest of all', pins: Object.fromEntries(lowestOfAll), tests: all },
    ...subjects.flatMap(({ peer, tests, also = [] }) =>
      [...ranges(peer).flatMap(({ lowest, range }) => [lowest, ...range]), ...also].map((pin) => ({
        name: `${peer} ${pin}`,
        pins: { [peer]: pin, ...(peer === 'react' && { 'react-dom': pin }) },
        tests,
      })),
    ),
  ]
}

/** `^18.3.0 || ^19.0.0` is two ranges: each has a lowest version and, except for the last, its own highest. */
function ranges(peer: string): { readonly lowest: string; readonly range: readonly string[] }[] {
  const each = (peerDependencies[peer] ?? '').split('||').map((range) => range.trim())
  return each.map((range, at) => ({
    lowest: range.slice(1),
    range: at === each.length - 1 ? [] : [range],
  }))
}

function runRow(row: Row): void {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
  try {
    copyWorkspace(folder, row.pins)
    pnpm(['install', '--no-frozen-lockfile', '--prefer-offline'], folder)
    const types = run(folder, 'tsc', ['-p', 'packages/react-recovery-login/tsconfig.json'])
    const { report, green } = runTests(folder, row.tests)
    const ran = Object.fromEntries(
      report.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .flatMap(({ meta: { peer } }) => (peer === undefined ? [] : [[peer.name, peer.version]])),
    )
    const strays = Object.entries(row.pins).filter(([peer, pin]) => !meets(ran[peer], pin))
    for (const [peer, pin] of strays) console.error(`${peer} ${pin} was wanted, not ${ran[peer]}`)
    if (!types || !green || strays.length > 0) process.exitCode = 1
    const { numPassedTests, numFailedTests } = report
    const cells = {
      row: row.name,
      ...Object.fromEntries(peers.map((peer) => [peer, ran[peer] ?? '?'])),
      types: types ? 'passed' : 'failed',
      passed: `${numPassedTests}`,
      failed: `${numFailedTests}`,
    }
    table.push(cells)
    console.log(line(Object.values(cells)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function copyWorkspace(folder: string, pins: Versions): void {
  const left = new Set(['node_modules', '.git', 'dist', 'storybook-static', 'reports'])
  cpSync(root, folder, { recursive: true, filter: (from) => !left.has(basename(from)) })
  // React's types have to match.
  const react18 = pins['react']?.replace('^', '').startsWith('18.')
  const types = react18 ? { '@types/react': '^18.3.0', '@types/react-dom': '^18.3.0' } : {}
  const overrides = Object.entries({ ...pins, ...types })
  const lines = overrides.map(([name, version]) => `  '${name}': '${version}'\n`)
  const file = join(folder, 'pnpm-workspace.yaml')
  // An override beats the catalog, and reaches the peers of peers.
  const [before, after] = readFileSync(file, 'utf8').split(/^overrides:\n/m)
  if (after === undefined) throw new Error('pnpm-workspace.yaml has no overrides to add to.')
  writeFileSync(file, `${before}overrides:\n${lines.join('')}${after}`)
}

function runTests(folder: string, tests: readonly string[]) {
  const file = join(folder, 'report.json')
  const green = run(folder, 'vitest', [
    'run',
    ...['--config', 'vitest.unit.config.ts'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    ...['test/peers.test.ts', ...tests],
  ])
  return { green, report: JSON.parse(readFileSync(file, 'utf8')) as Report }
}

/** Prints a command's output only if it failed. */
function run(folder: string, command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin', command), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) console.error(`${stdout}\n${stderr}`)
  return status === 0
}

/** Whether a version is the exact pin, or in its caret range. */
function meets(version: string | undefined, pin: string): boolean {
  if (!pin.startsWith('^')) return version === pin
  return version?.split('.')[0] === pin.slice(1).split('.')[0]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
