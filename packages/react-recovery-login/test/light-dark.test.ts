import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
const guarded = /^( *)@supports \(color: light-dark\(white, black\)\) \{\n[\s\S]*?^\1\}$/gm

// Lightning CSS, Vite's minifier, rewrites a light-dark() outside, and the result has neither scheme.
it.each(globSync('**/*.css', { cwd: src }))(
  'protects the light-dark() of %s from being rewritten',
  (file) => {
    const css = readFileSync(join(src, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    expect(css).toMatch(guarded)
    expect(css.replaceAll(guarded, '').match(/light-dark\(/g)).toBeNull()
  },
)
