// Checks what users install, the tarball and not the folder, with publint and Are The Types Wrong.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pack } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-package-'))
try {
  const tarball = pack(folder)
  const clean = [
    check('publint', ['--strict', tarball]),
    check('attw', ['--profile', 'esm-only', tarball]),
  ]
  process.exitCode = clean.every(Boolean) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function check(tool: string, args: readonly string[]): boolean {
  const command = join(import.meta.dirname, '../node_modules/.bin', tool)
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  const clean = status === 0
  console.log(`${tool}: ${basename(args.at(-1) ?? '')} ${clean ? 'is clean' : 'is not clean'}`)
  if (!clean) console.error(`${stdout}\n${stderr}`)
  return clean
}
