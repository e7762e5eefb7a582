// The same faults against this kit, Auth0's browser SDK, and a plain form: prints a table, and with `--write` puts it
// into README.md. Exits 1 if the kit sends twice, loses a code or leaves a secret. It takes a minute or two: it waits
// for the SDK's ten-second time-out three times.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './compare-faults/measure.ts'
import { pnpm } from './pack.ts'

const root = join(import.meta.dirname, '..')
const sdk = '@auth0/auth0-spa-js'
const sdkCore = '@auth0/auth0-auth-js'
const ours = 'react-recovery-login'
const names = {
  oldCode: 'old code',
  newCode: 'new code',
  mfaToken: 'mfa token',
  accessToken: 'tokens',
  refreshToken: 'tokens',
  idToken: 'tokens',
  clientSecret: 'client secret',
}

const folder = mkdtempSync(join(tmpdir(), 'compare-faults-'))
try {
  const replaced = installSdk()
  const { green, measurements } = measure()
  const table = [...lines(measurements), '', versions(replaced)].join('\n')
  console.log(table)
  if (process.argv.includes('--write')) write(table)
  process.exitCode = green ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * @returns Whether a dependency of the SDK was replaced by its newest version, because the registry doesn't serve it.
 */
function installSdk(): boolean {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const add = () => pnpm(['add', '--ignore-scripts', `${sdk}@latest`], folder)
  try {
    add()
    return false
  } catch {
    writeFileSync(join(folder, 'pnpm-workspace.yaml'), `overrides:\n  '${sdkCore}': latest\n`)
    add()
    return true
  }
}

function measure(): { readonly green: boolean; readonly measurements: readonly Measurement[] } {
  const file = join(folder, 'report.json')
  const { status, stdout } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    [
      ...['run', '--config', 'scripts/compare-faults/vitest.config.ts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, AUTH0_SPA_JS: folder },
    },
  )
  if (status !== 0) console.error(stdout)
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly meta: { measurement?: Measurement } }[]
    }[]
  }
  return {
    green: status === 0,
    measurements: testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .flatMap(({ meta: { measurement } }) => measurement ?? []),
  }
}

function lines(measurements: readonly Measurement[]): string[] {
  const contenders = [...new Set(measurements.map(({ contender }) => contender))].toSorted(
    (one, two) => Number(two === ours) - Number(one === ours),
  )
  const faults = [...new Set(measurements.map(({ fault }) => fault))]
  const cell = (fault: string, contender: string) => {
    const seen = measurements.find((one) => one.fault === fault && one.contender === contender)
    return seen === undefined ? 'does not apply' : describe(seen)
  }
  const lost = (contender: string) =>
    measurements.filter((one) => one.contender === contender && one.newCode === 'lost').length
  return [
    ['fault', ...contenders],
    ['---', ...contenders.map(() => '---')],
    ...faults.map((fault) => [fault, ...contenders.map((contender) => cell(fault, contender))]),
    ['**new codes lost**', ...contenders.map((contender) => `**${lost(contender)}**`)],
  ].map((cells) => `| ${cells.join(' | ')} |`)
}

function describe({ posts, newCode, left }: Measurement): string {
  const code = { shown: 'shown', lost: '**lost**', none: 'none came' }[newCode]
  const secrets = [...new Set(left.map((name) => names[name]))].join(', ')
  return `${posts} · ${code} · ${secrets || '–'}`
}

function versions(replaced: boolean): string {
  const peers = ['react', '@tanstack/react-query', 'react-hook-form']
  const here = peers.map((name) => `${name} ${versionIn(root, name)}`)
  const core = replaced ? ` (with the newest ${sdkCore} that is served)` : ''
  return `Run with ${sdk} ${versionIn(folder, sdk)}${core}, ${here.join(', ')}.`
}

function versionIn(at: string, name: string): string {
  const manifest = readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { readonly version: string }).version
}

function write(table: string): void {
  const file = join(root, 'README.md')
  const [open, close] = ['<!-- compare:faults -->', '<!-- /compare:faults -->']
  const readme = readFileSync(file, 'utf8')
  const [before, rest = ''] = readme.split(open)
  const after = rest.split(close)[1]
  if (after === undefined) throw new Error(`README.md lacks the markers ${open} … ${close}`)
  writeFileSync(file, `${before}${open}\n${table}\n${close}${after}`)
}
