import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const here = import.meta.dirname
const docs = join(here, '../../../../docs')
const listed = readFileSync(join(docs, 'peers.md'), 'utf8')
const tests = globSync('*.test.{ts,tsx}', { cwd: here })
  .map((file) => readFileSync(join(here, file), 'utf8'))
  .join('')

/** The complaints by users of other systems that don't happen here. The page names the public issues. */
const complaints = Array.from(
  tests.matchAll(/^it\('complaint: ([^']+)', /gm),
  ([, name = '']) => name,
)
const items = listed.split('\n').filter((line) => line.startsWith('| complaint: '))

it('the page lists each complaint tested here, with its sources', () => {
  expect(complaints.length).toBeGreaterThan(60)
  for (const complaint of complaints) {
    const item = items.find((line) => line.startsWith(`| complaint: ${complaint} |`))
    expect(item, complaint).toMatch(/\]\(https:\S+\)/)
  }
})

const files = new Map(
  [...listed.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, name = '', file = '']) => [name, file]),
)

/** Whether a test or case has this name or starts with it, a story is exported under it, or a page's table lists it. */
function names(file: string, name: string): boolean {
  const text = readFileSync(join(docs, file), 'utf8')
  const literally = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const heads = file.endsWith('.md')
    ? String.raw`^\| `
    : file.endsWith('.stories.tsx')
      ? '^export const '
      : String.raw`(?:'|'[^'\n]*: )`
  return new RegExp(String.raw`${heads}${literally}(?!\w)`, 'm').test(text)
}

/** The rows of each table whose last column says what proves it. */
const shown = listed
  .split('\n\n')
  .filter((table) => /^\|.*\| (?:shown by|test) \|\n/.test(table))
  .flatMap((table) => table.trim().split('\n').slice(2))
  .map((row) => row.split(' | '))
  .map((cells) => ({ what: cells[0]?.slice(2) ?? '', by: cells.at(-1) ?? '' }))

it('reads every row of the page that says what proves it', () => {
  expect(shown.length).toBeGreaterThan(items.length + 70)
})

it.each(shown)('$what: its proof exists', ({ what, by }) => {
  const links = [...by.matchAll(/\[([^\]]+)\](?:\[([^\]]+)\])?/g)]
  expect(links.length).toBeGreaterThan(0)
  for (const [, first = '', second] of links) {
    // A complaint is the name of its test.
    const name = second === undefined ? what.replace(/^complaint: /, '') : first
    const file = files.get(second ?? first)
    expect(file, `the page says where ${second ?? first} is`).toBeDefined()
    expect(names(file ?? '', name), `${file} has ${name}`).toBe(true)
  }
})

it('has no unused links', () => {
  const named = shown.flatMap(({ by }) => [...by.matchAll(/\[([^\]]+)\](?!\[)/g)])
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(files.keys()))
})
