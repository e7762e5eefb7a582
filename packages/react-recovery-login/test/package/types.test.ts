import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { packageFolder } from '../../../../scripts/pack.ts'

const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
const files = ['types.tsx', 'exact.tsx', 'render-hook.ts', 'sign-in.ts']

it.each([
  ['bundler', 'preserve'],
  ['nodenext', 'nodenext'],
])(
  'compiles in an app with --moduleResolution %s, and every mistake in it is an error',
  (resolution, module) => {
    const tsc = join(packageFolder, '../../node_modules/.bin/tsc')
    const resolving = ['--moduleResolution', resolution, '--module', module, '--types', 'node']
    const target = ['--noEmit', '--target', 'es2022', '--jsx', 'react-jsx']
    const { stdout } = spawnSync(tsc, [...strict, ...resolving, ...target, ...files], {
      cwd: inject('consumer'),
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  },
)
