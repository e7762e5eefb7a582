import { existsSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { packageFolder } from './pack.ts'

const src = join(packageFolder, 'src') + sep
const dist = join(packageFolder, 'dist') + sep

/** Runs the tests on the packed files: a source that a test imports by path is replaced by the file built from it. */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    enforce: 'pre',
    resolveId(path, importer) {
      if (importer === undefined || !path.startsWith('.') || path.includes('.fixture.')) return null
      const file = resolve(dirname(importer), path)
      if (!file.startsWith(src)) return null
      const built = file.replace(src, dist).replace(/\.tsx?$/, '.js')
      // Never fall back to the source: the test would pass on a file that isn't published.
      if (!existsSync(built)) this.error(`The build made nothing of ${file}.`)
      return built
    },
  }
}
