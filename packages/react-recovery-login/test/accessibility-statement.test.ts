import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const docs = join(import.meta.dirname, '../../../docs')
const statement = readFileSync(join(docs, 'accessibility.md'), 'utf8')
const criteria = statement.split('\n').filter((line) => /^\| \d\.\d/.test(line))

/** WCAG 2.2, levels A and AA, without 4.1.1, which it removed. */
const ofLevelAA = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4'],
  ...['1.3.5', '1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12'],
  ...['1.4.13', '2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3'],
  ...['2.4.4', '2.4.5', '2.4.6', '2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7'],
  ...['2.5.8', '3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6', '3.3.1', '3.3.2'],
  ...['3.3.3', '3.3.4', '3.3.7', '3.3.8', '4.1.2', '4.1.3'],
]

it('lists every criterion of A and AA, and no other', () => {
  const named = new Set(statement.match(/\b[1-4]\.[1-5]\.\d+\b/g))
  expect([...named].toSorted()).toEqual(ofLevelAA.toSorted())
})

it('lists each criterion once', () => {
  const numbers = criteria.flatMap((row) => row.split('|')[1]?.match(/\d\.\d\.\d+/g) ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.length).toBeGreaterThan(35)
})

it.each(criteria)('%s', (row) => {
  const shown = [...row.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)]
  expect(shown.length).toBeGreaterThan(0)
  for (const [, name = '', file = ''] of shown)
    expect(readFileSync(join(docs, file), 'utf8'), file).toContain(name)
})
