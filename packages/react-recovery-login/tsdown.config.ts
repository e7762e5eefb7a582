import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsdown'
import { packedReadme, repositoryUrl } from '../../scripts/publisher.ts'
import { buildRegistryItem, listRegistryItems } from '../../scripts/registry.ts'
import manifest from './package.json' with { type: 'json' }
import { unlayer } from './scripts/unlayer.ts'

const source = 'react-recovery-login-source'

export default defineConfig({
  // The doors, as package.json lists their sources.
  entry: Object.values(manifest.exports)
    .map((door) => (typeof door === 'object' && source in door ? door[source] : ''))
    .filter((file) => file.endsWith('.ts')),
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  // One file per source file, so the tests can run on each (packed-files.ts).
  unbundle: true,
  // Inlining a constant leaves a bare import behind, and esbuild warns about that in every app.
  inputOptions: { optimization: { inlineConst: false } },
  // Only the Node door's bridge is bundled.
  deps: { neverBundle: /^node:/, onlyBundle: ['@remix-run/node-fetch-server'] },
  // Otherwise a bare import of `node:net` would stay behind, from what was tree-shaken.
  treeshake: { moduleSideEffects: [{ test: /^node:/, sideEffects: false }] },
  // npm doesn't pack `node_modules` folders.
  outputOptions: {
    entryFileNames: ({ name }) =>
      `${name.includes('node_modules') ? `bridge/${basename(name)}` : name}.js`,
  },
  hooks: {
    'build:done'() {
      writeStyles()
      for (const door of ['index', 'headless']) writeClientDoor(door)
      // The package's README is the project's; npm only finds it next to the manifest.
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
  // A stylesheet's declaration is empty, but without one TypeScript refuses to import the stylesheet.
  for (const file of globSync('src/**/*.{css,css.d.ts}'))
    cpSync(file, file.replace('src', 'dist'), { recursive: true })
  writeFileSync('dist/styles.unlayered.css', unlayer(readFileSync('src/styles.css', 'utf8')))
}

/**
 * A React door as server components see it (condition `react-server`): the same names behind 'use client'. Rollup warns
 * about every file with that directive, so no other file has it.
 */
function writeClientDoor(door: string): void {
  const [, names] = /^export \{ (.*) \};?$/m.exec(readFileSync(`dist/${door}.js`, 'utf8')) ?? []
  if (names === undefined) throw new Error(`dist/${door}.js has no list of exports`)
  // Not `export *`: Next.js refuses it with the directive.
  writeFileSync(`dist/${door}.client.js`, `'use client'\nexport { ${names} } from './${door}.js'\n`)
}
