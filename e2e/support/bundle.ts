import { build } from 'esbuild'
import { sourceConditions } from '../../scripts/from-source.ts'

export interface Bundle {
  readonly script: string
  readonly style: string
}

const bundles = new Map<string, Promise<Bundle>>()

/** Bundles a test's own page, given its path, for a browser, with production React. */
export function bundle(entry: string): Promise<Bundle> {
  const known = bundles.get(entry) ?? bundlePage(entry)
  bundles.set(entry, known)
  return known
}

async function bundlePage(entry: string): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    conditions: [...sourceConditions],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}
