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
  it.each(named(read(`${src}/styles.css`), /var\(\s*(--rrl-[a-z-]+)/g))('the token %s', (token) => {
    // It is set by a class or an attribute, and never by a host.
    if (token !== '--rrl-scheme') expect(theming).toContain(`| \`${token}\` `)
  })

  const anatomy = read('docs/anatomy.mdx')
  const markup = globSync(`${src}/components/*.tsx`, { cwd: root })
    .filter((file) => !file.includes('.stories.'))
    .map(read)
    .join('\n')
  it.each(named(markup, /(?:data-rrl-part="|part\(')([a-z-]+)/g))('the part %s', (part) => {
    expect(anatomy).toContain(`\`${part}\``)
  })
})
