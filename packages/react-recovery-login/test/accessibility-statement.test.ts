import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const docs = join(import.meta.dirname, '../../../docs')
const statement = readFileSync(join(docs, 'accessibility.md'), 'utf8')
const criteria = statement.split('\n').filter((line) => /^\| \d\.\d/.test(line))

it('names a criterion in each row, once', () => {
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
