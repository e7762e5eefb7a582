import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const here = import.meta.dirname
const listed = readFileSync(join(here, '../../../../docs/peers.md'), 'utf8')
const tests = globSync('*.test.{ts,tsx}', { cwd: here })
  .map((file) => readFileSync(join(here, file), 'utf8'))
  .join('')

/** A row of a table of tests: what is complained about, and where. */
const rows = [...tests.matchAll(/^ {2}\[\n {4}'(.+)',\n {4}['`]((?:\s*https:\S+)+?)['`],$/gm)].map(
  ([, complaint = '', sources = '']) => ({ complaint, sources: sources.split(/\s+/) }),
)

it('the page lists each complaint that has a test, with its sources, and no other', () => {
  expect(rows.length).toBeGreaterThan(60)
  const items = listed.split('\n').filter((line) => line.startsWith('| complaint: '))
  expect(items).toHaveLength(rows.length)
  for (const { complaint, sources } of rows) {
    const item = items.find((line) => line.startsWith(`| complaint: ${complaint} |`))
    expect(item, complaint).toBeDefined()
    for (const source of sources) expect(item, complaint).toContain(`](${source})`)
  }
})

it('every file that the page leads to is there', () => {
  const docs = join(here, '../../../../docs')
  const links = [...listed.matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) expect(existsSync(join(docs, link)), link).toBe(true)
})
