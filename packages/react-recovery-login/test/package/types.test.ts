import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { packageFolder } from '../../../../scripts/pack.ts'

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
const files = ['types.tsx', 'exact.tsx', 'render-hook.ts', 'sign-in.ts']

const root = join(packageFolder, '../..')
/** Other compilers, and the Workers types, are rows of `consumers/types`. */
const rows = join(root, 'consumers/types')

function tsc(...args: string[]): string {
  const compiler = join(root, 'node_modules/.bin/tsc')
  const target = ['--noEmit', '--target', 'es2022', '--jsx', 'react-jsx', '--types', 'node']
  const { stdout } = spawnSync(compiler, [...strict, ...target, ...args], {
    cwd: inject('consumer'),
    encoding: 'utf8',
  })
  return stdout
}

it.each([
  ['bundler', 'preserve'],
  ['nodenext', 'nodenext'],
])(
  'compiles in an app with --moduleResolution %s, and every mistake in it is an error',
  (resolution, module) => {
    expect(tsc('--moduleResolution', resolution, '--module', module, ...files)).toBe('')
  },
)

it('L18 compiles on a server without the DOM, including every declaration it reads', () => {
  cpSync(join(rows, 'server.ts'), join(inject('consumer'), 'server.ts'))
  const whole = ['--skipLibCheck', 'false', '--lib', 'es2022', '--module', 'nodenext']
  expect(tsc(...whole, 'server.ts')).toBe('')
})
