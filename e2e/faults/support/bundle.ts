import { join } from 'node:path'
import { build } from 'esbuild'

export interface Bundle {
  readonly script: string
  readonly style: string
}

const pages = join(import.meta.dirname, '../pages')
const bundles = new Map<string, Promise<Bundle>>()

/** One of `pages` as a browser loads it, with React as it is in production. */
export function bundle(page: string): Promise<Bundle> {
  const known = bundles.get(page) ?? bundlePage(page)
  bundles.set(page, known)
  return known
}

async function bundlePage(page: string): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [join(pages, page)],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const textOf = (extension: string) =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}
