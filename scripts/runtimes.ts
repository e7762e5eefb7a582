// Does the handler answer the same on every runtime the README names? Installs them into a temporary folder, with the
// versions and hashes of `runtimes/package-lock.json`, and runs one table of requests on each. Linux on x64.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'runtimes-'))
try {
  cpSync(join(import.meta.dirname, 'runtimes'), folder, { recursive: true })
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']
  const installed = spawnSync('npm', ['ci', ...quiet], { cwd: folder, stdio: 'inherit' })
  const tests = ['run', '--project', 'workspace', 'test/package/runtimes.test.ts']
  const vitest = join(import.meta.dirname, '../node_modules/.bin/vitest')
  const env = { ...process.env, RUNTIMES: folder }
  const green =
    installed.status === 0 && spawnSync(vitest, tests, { env, stdio: 'inherit' }).status === 0
  process.exitCode = green ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
