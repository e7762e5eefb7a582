import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { packageFolder } from '../../../../scripts/pack.ts'
import publicApi from './exports.json' with { type: 'json' }

const root = join(packageFolder, '../..')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => join('docs', file)),
]

/** The TypeScript blocks of a page, each as its own file. */
function blocks(page: string): { file: string; code: string }[] {
  const text = readFileSync(join(root, page), 'utf8')
  const name = page.replaceAll(/[/.]/g, '-')
  return Array.from(text.matchAll(/^```(tsx?)\n(.*?)^```$/gms), ([, kind, code = ''], at) => ({
    file: `${name}-${at + 1}.${kind}`,
    code: whole(code),
  }))
}

const IMPORT = /^import [^;]*?(?:from )?'[^']+'$/gm

/** Adds what a reader would: missing imports, and a function around a block that is not a module. */
function whole(code: string): string {
  // Without the semicolon, JSX after a statement is a comparison, and after JSX a sibling.
  const lines = code.replaceAll(/^(?=<\w)/gm, ';')
  const imports: readonly string[] = lines.match(IMPORT) ?? []
  const rest = lines.replaceAll(IMPORT, '')
  return [
    ...imports,
    ...missing(imports.join('\n'), rest),
    /^export /m.test(rest) ? rest : `export async function block() {\n${rest}\n}`,
  ].join('\n')
}

function missing(imports: string, code: string): string[] {
  const has = (text: string, name: string) => new RegExp(String.raw`\b${name}\b`).test(text)
  // A server entry point repeats names of another: the first one will do.
  const found = new Set<string>()
  return Object.entries(publicApi).flatMap(([door, names]) =>
    names
      .filter((name) => /^(?:type )?\w+$/.test(name))
      .filter((name) => {
        const bare = name.replace('type ', '')
        return has(code, bare) && !has(imports, bare) && !found.has(name) && found.add(name)
      })
      .map((name) => `import { ${name} } from '${join('react-recovery-login', door)}'`),
  )
}

/** The part of `redis` that the docs use: the package has no such dependency. */
const REDIS = `declare module 'redis' {
  interface Client {
    on(event: 'error', listener: () => void): Client
    connect(): Promise<Client>
    sendCommand(command: string[]): Promise<unknown>
  }
  export function createClient(options: { url: string; disableOfflineQueue: boolean }): Client
}`

it('compiles each TypeScript block in the README and the docs', () => {
  const all = pages.flatMap(blocks)
  expect(all.length).toBeGreaterThan(15)
  const folder = inject('consumer')
  mkdirSync(join(folder, 'docs'))
  writeFileSync(join(folder, 'redis.d.ts'), REDIS)
  for (const { file, code } of all) writeFileSync(join(folder, 'docs', file), code)
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    [
      ...['--noEmit', '--strict', '--target', 'es2022', '--jsx', 'react-jsx', '--types', 'node'],
      ...['--moduleResolution', 'bundler', '--module', 'preserve', 'host.d.ts', 'redis.d.ts'],
      ...all.map(({ file }) => join('docs', file)),
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(stdout).toBe('')
})

it.each([
  'jest-babel/jest.config.js',
  'jest-babel/babel.config.json',
  'jest-babel/login.test.jsx',
  'jest-ts/jest.config.js',
])('L25 the recipe for Jest has the %s that `pnpm test:consumers` runs', (file) => {
  const recipe = readFileSync(join(root, 'docs/mocking.mdx'), 'utf8')
  const text = readFileSync(join(root, 'consumers', file), 'utf8')
  expect(recipe).toContain(`// ${basename(file)}\n${text}\`\`\``)
})

it('L25 the same test serves Babel and TypeScript', () => {
  const [babel, typescript] = ['jest-babel/login.test.jsx', 'jest-ts/login.test.tsx'].map((file) =>
    readFileSync(join(root, 'consumers', file), 'utf8'),
  )
  expect(typescript).toBe(babel)
})
