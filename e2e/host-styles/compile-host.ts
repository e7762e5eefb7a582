import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tailwind4 from '@tailwindcss/vite'
import tailwind3 from 'tailwindcss-3'
import { build } from 'vite'
import { unlayer } from '../../packages/react-recovery-login/scripts/unlayer.ts'
import { utilities } from './their-rules.ts'

const here = import.meta.dirname
const source = join(here, '../../packages/react-recovery-login/src')
const cache = join(here, '../../node_modules/.cache/host-styles')

/** A host's stylesheet as its build tool compiles it, from one of `hosts`. */
export async function compileHost(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: here,
    logLevel: 'silent',
    plugins: name.startsWith('tailwind-4') ? [tailwind4()] : [],
    css: {
      postcss: {
        plugins: name.startsWith('tailwind-3')
          ? [tailwind3({ content: [{ raw: utilities }] })]
          : [],
      },
    },
    // The sources: Vite's `@import` supports only its own conditions.
    resolve: {
      alias: {
        'react-recovery-login/styles.unlayered.css': unlayered(),
        'react-recovery-login': source,
      },
    },
    build: { write: false, rolldownOptions: { input: join(here, 'hosts', `${name}.css`) } },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error(`${name} gave no stylesheet.`)
  return String(sheet.source)
}

/** The unlayered copy, as the package's build creates it. */
function unlayered(): string {
  const file = join(cache, 'styles.unlayered.css')
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, unlayer(readFileSync(join(source, 'styles.css'), 'utf8')))
  return file
}
