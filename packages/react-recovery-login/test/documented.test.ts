import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const src = 'packages/react-recovery-login/src'

const named = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted()

describe('what a host may lean on stands in the docs', () => {
  const theming = read('docs/theming.mdx')
  // `--rrl-scheme` is set by a class or an attribute, and never by a host.
  const tokens = named(read(`${src}/styles.css`), /var\(\s*(--rrl-(?!scheme)[a-z-]+)/g)
  it.each(tokens)('the token %s', (token) => {
    expect(theming).toContain(`| \`${token}\` `)
  })

  const anatomy = read('docs/anatomy.mdx')
  const markup = globSync(`${src}/components/*.tsx`, { cwd: root })
    .filter((file) => !file.includes('.stories.'))
    .map(read)
    .join('\n')
  it.each(named(markup, /(?:data-rrl-part="|part\(')([a-z-]+)/g))('the part %s', (part) => {
    expect(anatomy).toContain(`\`${part}\``)
  })

  const errors = read('docs/errors.md')
  const codes = named(read(`${src}/protocol/recovery-code-error.ts`), /^  '?([a-z-]+)'?:\s/gm)
  it('each error code, and no other, in a heading and a row', () => {
    expect(named(errors, /^## (.+)$/gm)).toEqual(codes)
    expect(named(errors, /^\| \[`(.+?)`\]\(#\1\) \|/gm)).toEqual(codes)
    expect(codes).toContain('code-rejected')
  })
})
