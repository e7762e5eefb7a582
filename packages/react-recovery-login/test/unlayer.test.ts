import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { unlayer } from '../scripts/unlayer.ts'

const source = readFileSync(new URL('../src/styles.css', import.meta.url), 'utf8')
const minified = (css: string) => transformSync(css, { loader: 'css', minify: true }).code.trim()

it('matches the layered sheet, rule for rule', () => {
  const twin = unlayer(source).replaceAll('[data-rrl-part]:where(', ':where(')
  expect(`@layer rrl{${minified(twin)}}`).toBe(minified(source))
})

it('gives each rule on a part the specificity of one attribute', () => {
  const selectors = minified(unlayer(source)).match(/(?<=^|[{};])[^{};@]+(?=\{)/g) ?? []
  const ofParts = selectors.filter((selector) => selector.startsWith('[data-rrl-part]:where('))
  expect(ofParts.length).toBeGreaterThan(100)
  expect(selectors.filter((selector) => !ofParts.includes(selector))).toEqual([
    // Rules on the host's elements: the scheme, and printing around the card.
    ':where(.light,[data-theme=light])',
    ':where(.dark,[data-theme=dark])',
    ...['light', 'dark', 'system'].map((scheme) => `:where([data-rrl-scheme=${scheme}])`),
    ...['0%', 'to'],
    expect.stringMatching(/^:where\(body:has\(.*\) :not\(/),
    ':where(:has([data-rrl-part=code-card]))',
    ':where(:has([data-rrl-part=code-card]))::backdrop',
  ])
})

it.each([
  ['nothing', ''],
  ['no layer', 'a { color: red }\n'],
  ['a rule after it', `${source}.late { color: red }\n`],
])('refuses a sheet with %s', (_what, css) => {
  expect(() => unlayer(css)).toThrow('no longer one `@layer rrl')
})
