import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cases } from '../../../scripts/case-page/cases.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const src = 'packages/react-recovery-login/src'

const named = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted()

describe('the docs list what a host may rely on', () => {
  const theming = read('docs/theming.mdx')
  // `--rrl-scheme` is set by a class or an attribute, never by a host.
  const tokens = named(read(`${src}/styles.css`), /var\(\s*(--rrl-(?!scheme)[a-z-]+)/g)
  it.each(tokens)('the token %s', (token) => {
    expect(theming).toContain(`| \`${token}\` `)
  })

  const anatomy = read('docs/anatomy.mdx')
  const markup = globSync(`${src}/*/*.tsx`, { cwd: root })
    .filter((file) => !/\.(?:stories|test)\./.test(file))
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

describe('every security claim can be checked', () => {
  const known = cases.map(([id]) => id)

  it.each(['SECURITY.md', 'docs/security-standards.md'])('in %s', (page) => {
    const text = read(page)
    const ids = named(text, /\b([A-MP-R]\d{1,2})\b/g)
    expect(ids.length).toBeGreaterThan(3)
    expect(ids.filter((id) => !known.includes(id))).toEqual([])
    const files = named(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g)
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter((file) => !existsSync(join(root, dirname(page), file)))).toEqual([])
  })

  const points = read('docs/security-standards.md')
    .split('\n')
    .filter((row) => /^\| [§\d]/.test(row))
  it.each(points)('who answers %s', (row) => {
    const [, , who = '', how = ''] = row.split(' | ')
    expect(who).toMatch(/^(?:(?:kit|host|Auth0|in part)(?:, |$))+$/)
    // What the kit is responsible for is shown by a case.
    expect(how).toMatch(who.includes('kit') ? /[A-MP-R]\d|discardAll/ : /\w/)
  })
})
