import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cases } from './case-page/cases.ts'
import { idsOf } from './case-page/ids-of.ts'

const root = join(import.meta.dirname, '..')
const sources = globSync(
  [
    'packages/*/src/**/*.test.{ts,tsx}',
    'packages/*/src/**/*.stories.tsx',
    'packages/*/test/**/*.{ts,tsx}',
    'apps/*/test/**/*.ts',
    'scripts/*.test.ts',
    'e2e/**/*.{ts,tsx}',
  ],
  { cwd: root, exclude: ['**/node_modules/**'] },
)
/** A name may be in a table, or its ID in its own column, so every string that starts like a name counts. */
const named = /(?<=['"`])(?:(?:[A-MP-R]\d{1,2} )+|[A-MP-R]\d{1,2}(?=['"`][,\s]))/g
const inTests = new Set(
  sources
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(named) ?? [])
    .flatMap((text) => idsOf(`${text.trimEnd()} `)),
)
const known = cases.map(([id]) => id)

test('every case has a test with its name, or says what else proves it', () => {
  const unheld = cases.filter(([id, , , elsewhere]) => elsewhere === undefined && !inTests.has(id))
  expect(unheld).toEqual([])
})

test('every case in a test’s name is known', () => {
  expect([...inTests].filter((id) => !known.includes(id))).toEqual([])
})

test('the page has every case, and none failed', () => {
  const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  const rows = page.split('\n').filter((line) => /^\| [A-MP-R]\d/.test(line))
  expect(rows.map((row) => row.split(' ')[1])).toEqual(known)
  expect(rows.filter((row) => /\*\*(?:failed|not held)\*\*/.test(row))).toEqual([])
})
