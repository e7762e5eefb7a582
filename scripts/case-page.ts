// docs/reliability.md: the promises, and every case with what it proves, its figure, its result and its file, from the
// report that `pnpm test:full` leaves. `pnpm docs:cases path/of/a/report.json` takes another of vitest's JSON reports.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cases, groups, matrix, type Case } from './case-page/cases.ts'
import { idsOf } from './case-page/ids-of.ts'

interface Assertion {
  readonly ancestorTitles: readonly string[]
  readonly title: string
  readonly status: string
  readonly meta: { readonly promises?: readonly string[]; readonly figure?: string }
}

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly Assertion[]
  }[]
}

interface Held extends Pick<Assertion, 'status' | 'meta'> {
  readonly file: string
}

const root = join(import.meta.dirname, '..')
const promises = readPromises()
const versions = readMatrix()
const file = process.argv[2] ?? join(root, 'reports/full.json')
if (existsSync(file)) {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  writeFileSync(join(root, 'docs/reliability.md'), page(testsById(report)))
} else {
  console.error(`There is no report at ${file}. \`pnpm test:full\` leaves one.`)
  process.exitCode = 1
}

/** In the words of SECURITY.md. */
function readPromises(): readonly (readonly [id: string, promise: string])[] {
  const security = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  return Array.from(security.matchAll(/^\| (N\d+) \| (.+) \|$/gm), ([, id = '', promise = '']) => [
    id,
    promise,
  ])
}

/** The table of the last whole `pnpm test:matrix`. */
function readMatrix(): readonly Readonly<Record<string, string>>[] {
  const file = join(root, 'reports/matrix.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

function testsById({ testResults }: Report): ReadonlyMap<string, readonly Held[]> {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((assertion) => ({ ...assertion, file: relative(root, name) })),
  )
  return new Map(
    cases.map(([id]) => [
      id,
      tests.filter(({ ancestorTitles, title }) =>
        [...ancestorTitles, title].some((part) => idsOf(part).includes(id)),
      ),
    ]),
  )
}

function page(tests: ReadonlyMap<string, readonly Held[]>): string {
  const proof = (promise: string) =>
    cases.flatMap(([id, , stated]) =>
      promisesOf(stated, tests.get(id) ?? []).includes(promise) ? [id] : [],
    )
  return [
    '# What is promised, and what holds it',
    '',
    'Made by `pnpm docs:cases` from the report of a run; not written by hand. Each case is a test whose name begins with its ID: `pnpm test -t "D3 "` runs one. `pnpm test:full` tries each as often as it is to hold.',
    '',
    ...table(
      ['', 'promise', 'cases'],
      promises.map(([id, promise]) => [id, promise, proof(id).join(', ')]),
    ),
    ...Object.entries(groups).flatMap(([letter, title]) => [
      '',
      `## ${letter}. ${title}`,
      '',
      ...table(
        ['case', 'what is done', 'promise', 'figure', 'result', 'where'],
        cases
          .filter(([id]) => id.startsWith(letter))
          .map((one) => row(one, tests.get(one[0]) ?? [])),
      ),
    ]),
    '',
    '## The versions',
    '',
    'Groups A to C and P, the components on React, the mocks on msw, and the sign-in cookie on jose, on each version of a peer that the package declares. `pnpm test:matrix` runs it.',
    '',
    ...table(
      Object.keys(versions[0] ?? { row: '' }),
      versions.map((row) => Object.values(row)),
    ),
    '',
  ].join('\n')
}

function row([id, fault, stated, elsewhere]: Case, tests: readonly Held[]): string[] {
  const files = [...new Set(tests.map((test) => test.file))].toSorted()
  const held = [...files.map(link), ...(elsewhere === undefined ? [] : [elsewhere])]
  return [
    id,
    fault,
    promisesOf(stated, tests).join(' ') || '–',
    (elsewhere === matrix ? matrixFigure() : figures(tests).join('; ')) || '–',
    elsewhere === matrix ? matrixResult() : result(tests, elsewhere),
    held.join(', ') || '–',
  ]
}

function promisesOf(stated: string, tests: readonly Held[]): string[] {
  const proven = tests.flatMap(({ meta }) => meta.promises ?? [])
  const all = new Set([...stated.split(' ').filter(Boolean), ...proven])
  return promises.map(([id]) => id).filter((id) => all.has(id))
}

function figures(tests: readonly Held[]): string[] {
  const stated = tests.flatMap(({ meta }) => meta.figure ?? [])
  const silent = tests.length - stated.length
  const rest = silent === 0 ? [] : [silent === 1 ? '1 test' : `${silent} tests`]
  return [...new Set([...stated, ...rest])]
}

function matrixFigure(): string {
  const sum = (column: string) => versions.reduce((total, row) => total + Number(row[column]), 0)
  return `${versions.length} rows, ${sum('passed')} tests passed, ${sum('failed')} failed`
}

function matrixResult(): string {
  const held = versions.every(({ types, failed }) => types === 'passed' && failed === '0')
  return versions.length > 0 && held ? 'passed' : '**not held**'
}

function result(tests: readonly Held[], elsewhere: string | undefined): string {
  if (tests.length === 0) return elsewhere === undefined ? '**not held**' : '–'
  return tests.every(({ status }) => status === 'passed') ? 'passed' : '**failed**'
}

function link(path: string): string {
  return `[${path.split('/').at(-1)}](../${path})`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
}
