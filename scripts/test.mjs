// Every check and every test, one count, one exit code. Arguments go to vitest, which then runs alone: `npx pnpm@12
// test --project node recovery-code-error`. With `--full`, each case runs at its full count, and the report is kept for
// `pnpm docs:cases`. `--workspace` is for `pnpm test:apps`.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installFault } from './installed.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const given = process.argv.slice(2)
const full = given.includes('--full')
const vitestArguments = given.filter((argument) => !['--full', '--workspace'].includes(argument))
if (full) process.env.FULL_RUN = '1'
// What the two apps are installed with: by default the tarball.
if (given.includes('--workspace')) process.env.APPS_ON = 'workspace'
let passed = 0
let failed = 0

const fault = installFault()
if (fault) {
  console.error(fault)
  failed += 1
} else {
  if (vitestArguments.length === 0) runChecks()
  runVitest()
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function runChecks() {
  check('servers of the tests', process.execPath, ['scripts/install-node-servers.ts'])
  check('types', bin('tsc'), ['-p', 'tsconfig.json'])
  check('types of the package', bin('tsc'), ['-p', 'packages/react-recovery-login/tsconfig.json'])
  check('lint', bin('oxlint'), ['--deny-warnings'])
  check('format', bin('oxfmt'), ['--check'])
  check('package', process.execPath, ['scripts/check-package.ts'])
  check('size', process.execPath, ['scripts/size.ts'])
}

function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  // A full run is about the cases; those on the built files are the same ones again.
  const cases = full ? ['--project=!packed-*'] : []
  // `pnpm test:apps` runs the two that take minutes to install and build an app.
  const short = vitestArguments.length === 0 ? ['--project=!apps'] : []
  const green = run(bin('vitest'), ['run', ...reporters, ...cases, ...short, ...vitestArguments])
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    if (full) cpSync(file, join(root, 'reports/full.json'))
    passed += report.numPassedTests
    failed += report.numFailedTests
    // A file that didn't load or an unhandled error fails the run, but isn't a failed test in the report.
    if (report.numFailedTests === 0 && (!green || report.numTotalTests === 0)) failed += 1
  } catch {
    // No report: vitest ended before it wrote one.
    failed += 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} commandArguments
 */
function check(name, command, commandArguments) {
  console.log(`\n${name}`)
  if (run(command, commandArguments)) passed += 1
  else failed += 1
}

/**
 * @param {string} command
 * @param {string[]} commandArguments
 */
function run(command, commandArguments) {
  return spawnSync(command, commandArguments, { cwd: root, stdio: 'inherit' }).status === 0
}

/** @param {string} name */
function bin(name) {
  return join(root, 'node_modules/.bin', name)
}
