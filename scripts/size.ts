// What each door adds to an app: built, bundled and minified by esbuild with the peers left out, then gzipped.
// Prints every door, then every component and hook alone; exits 1 past a budget.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { build, packageFolder } from './pack.ts'

/**
 * kB of 1,000 bytes, explained in decisions/what-it-weighs.md; they should only shrink. A door without one is printed
 * and can't fail.
 */
const budgets: Readonly<Record<string, number>> = {
  './protocol': 5.2,
  './headless': 22.6,
  '.': 27.6,
  'RecoveryCodeChallenge alone': 26.4,
  './server': 10.9,
  './node': 9.4,
  './styles.css': 5,
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

interface Size {
  /** Bytes. */
  readonly gzip: number
  readonly exports: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Manifest
const peers = Object.keys(manifest.peerDependencies).flatMap((peer) => [peer, `${peer}/*`])
const external = [...peers, 'node:*']

build()
for (const [door, target] of Object.entries(manifest.exports)) {
  if (typeof target === 'string') continue
  const whole = await measure(target.default)
  report(door, whole.gzip, budgets[door])
  if (door === '.' || door === './headless') await reportEach(target.default, whole)
}

/** A component or hook alone may not be larger than its whole door: otherwise it can't be imported alone. */
async function reportEach(file: string, whole: Size): Promise<void> {
  for (const name of whole.exports.filter((each) => /^(?:use)?[A-Z][a-z]/.test(each))) {
    const { gzip } = await measure(file, name)
    report(`${name} alone`, gzip, budgets[`${name} alone`] ?? whole.gzip / 1000)
  }
}

async function measure(file: string, name?: string): Promise<Size> {
  const extension = extname(file)
  const code = `export ${name === undefined ? '*' : `{ ${name} }`} from './${file}'`
  const { outputFiles, metafile } = await bundle({
    ...(extension === '.css'
      ? { entryPoints: [file] }
      : { stdin: { contents: code, resolveDir: packageFolder } }),
    outfile: `door${extension}`,
    absWorkingDir: packageFolder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    external,
    metafile: true,
    write: false,
  })
  // A stylesheet that the code imports is a separate file, and would not be counted.
  if (outputFiles.length > 1) {
    console.error(`${name ?? file} brings ${outputFiles.map(({ path }) => path).join(' and ')}`)
    process.exitCode = 1
  }
  return {
    gzip: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length,
    exports: Object.values(metafile.outputs)[0]?.exports ?? [],
  }
}

function report(name: string, gzip: number, budget: number | undefined): void {
  const over = budget !== undefined && gzip > budget * 1000
  const limit = budget === undefined ? '' : `of ${budget.toFixed(1).padStart(4)} kB`
  const size = `${(gzip / 1000).toFixed(2).padStart(6)} kB`
  console.log(`${name.padEnd(40)} ${size} ${limit}${over ? '  OVER BUDGET' : ''}`)
  if (over) process.exitCode = 1
}
