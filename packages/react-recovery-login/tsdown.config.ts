import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsdown'
import { packedReadme, repositoryUrl } from '../../scripts/publisher.ts'
import { buildRegistryItem, listRegistryItems } from '../../scripts/registry.ts'
import manifest from './package.json' with { type: 'json' }
import { unlayer } from './scripts/unlayer.ts'

const source = 'react-recovery-login-source'

export default defineConfig({
  // The doors, as package.json names their sources.
  entry: Object.values(manifest.exports)
    .map((door) => (typeof door === 'object' && source in door ? door[source] : ''))
    .filter((file) => file.endsWith('.ts')),
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  // One file per source file, so that the tests can run on each (packed-files.ts).
  unbundle: true,
  // A constant put in where it is used leaves its import behind, without a name, and esbuild warns of that in every app.
  inputOptions: { optimization: { inlineConst: false } },
  // The bridge of the Node door is brought along, and nothing else.
  deps: { neverBundle: /^node:/, onlyBundle: ['@remix-run/node-fetch-server'] },
  // Else its import of `node:net`, for what is left out, would stay behind without a name.
  treeshake: { moduleSideEffects: [{ test: /^node:/, sideEffects: false }] },
  // npm packs no folder `node_modules`.
  outputOptions: {
    entryFileNames: ({ name }) =>
      `${name.includes('node_modules') ? `bridge/${basename(name)}` : name}.js`,
  },
  hooks: {
    'build:done'() {
      writeStyles()
      for (const door of ['index', 'headless']) writeClientDoor(door)
      // The page of the package is that of the project; npm takes it from beside the manifest alone.
      const readme = readFileSync('../../README.md', 'utf8')
      writeFileSync('README.md', packedReadme(readme, manifest.version, repositoryUrl()))
      mkdirSync('registry', { recursive: true })
      for (const item of listRegistryItems())
        writeFileSync(`registry/${item.name}.json`, buildRegistryItem(item))
      cpSync('node_modules/@remix-run/node-fetch-server/LICENSE', 'dist/bridge/LICENSE')
    },
  },
})

function writeStyles(): void {
  // A stylesheet's declaration is empty: without one an app's TypeScript refuses to import the stylesheet.
  for (const file of globSync('src/**/*.{css,css.d.ts}'))
    cpSync(file, file.replace('src', 'dist'), { recursive: true })
  writeFileSync('dist/styles.unlayered.css', unlayer(readFileSync('src/styles.css', 'utf8')))
}

/**
 * A door to React as server components see it (condition `react-server`): the same names behind 'use client'. Rollup
 * warns of each file with that directive, so no other file has it.
 */
function writeClientDoor(door: string): void {
  const [, names] = /^export \{ (.*) \};?$/m.exec(readFileSync(`dist/${door}.js`, 'utf8')) ?? []
  if (names === undefined) throw new Error(`dist/${door}.js has no list of exports`)
  // Not `export *`: Next.js refuses one behind the directive.
  writeFileSync(`dist/${door}.client.js`, `'use client'\nexport { ${names} } from './${door}.js'\n`)
}
