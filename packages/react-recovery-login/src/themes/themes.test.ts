import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\() | (?=\))/g, '')
const names = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.css'))
const given = (theme: string) => [...theme.matchAll(/(--rrl-[a-z-]+): ([^;]+);/g)]

it.each(names)('%s sets every property, so it can be nested in another theme', (name) => {
  const properties = (theme: string) => given(read(theme)).map(([, property]) => property)
  expect(properties(name)).toEqual(properties('default.css'))
})

it.each(names)('%s applies to the page, or where it is named', (name) => {
  const theme = name.replace('.css', '')
  expect(read(name)).toContain(`:where(:root:not([data-rrl-theme]), [data-rrl-theme='${theme}'])`)
})

it('the default theme matches the fallbacks of the stylesheet', () => {
  const styles = read('../styles.css')
  const values = given(read('default.css'))
  expect(values.length).toBeGreaterThan(10)
  for (const [, property, value] of values) expect(styles).toContain(`var(${property}, ${value})`)
})
