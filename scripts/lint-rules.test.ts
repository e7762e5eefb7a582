import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const byName = 'Import the package by its name.'

// Each is written into its own package (or app), `*`, in a copy that has only the configuration.
const violations: readonly (readonly [file: string, code: string, says: string])[] = [
  ['packages/*/src/protocol/x.ts', `export * from 'react'`, 'protocol/**'],
  ['packages/*/src/protocol/x.ts', `export type * from '../challenge/y.ts'`, 'protocol/**'],
  ['packages/*/src/protocol/x.ts', `export * from '../server.ts'`, 'protocol/**'],
  ['packages/*/src/protocol/x.ts', `export const y = import('../challenge/y.ts')`, 'protocol/**'],
  ['packages/*/src/protocol/x.ts', `export * from 'node:crypto'`, 'protocol/**'],
  ['packages/*/src/protocol/x.ts', `export * from '#test/y.ts'`, 'protocol/**'],
  ['packages/*/src/host/x.ts', `export * from '../protocol/y.ts'`, 'host/**'],
  ['packages/*/src/labels/x.ts', `export * from '../protocol/y.ts'`, 'labels/**'],
  ['packages/*/src/labels/x.ts', `export * from 'react'`, 'labels/**'],
  ['packages/*/src/field/x.ts', `export * from '../prompt/y.ts'`, 'field/**'],
  ['packages/*/src/message/x.ts', `export type * from '../challenge/y.ts'`, 'message/**'],
  ['packages/*/src/prompt/x.ts', `export * from '../challenge/y.ts'`, 'prompt/**'],
  ['packages/*/src/prompt/x.ts', `export * from '@tanstack/react-query'`, 'prompt/**'],
  ['packages/*/src/capture/x.ts', `export type * from '../challenge/y.ts'`, 'capture/**'],
  ['packages/*/src/capture/x.ts', `export * from 'react-hook-form'`, 'capture/**'],
  ['packages/*/src/capture/x.ts', `export * from 'react-dom'`, 'capture/**'],
  ['packages/*/src/capture/unmask-now.ts', `export * from 'react-hook-form'`, 'unmask-now.ts'],
  ['packages/*/src/challenge/x.ts', `export * from '../prompt/y.ts'`, 'challenge/**'],
  ['packages/*/src/challenge/x.tsx', `export * from '../prompt/y.tsx'`, 'challenge/**'],
  ['packages/*/src/challenge/x.ts', `export * from './y.tsx'`, 'draws nothing'],
  ['packages/*/src/prompt/x.ts', `export type * from '../parts/y.tsx'`, 'draws nothing'],
  ['packages/*/src/challenge/x.ts', `export * from 'react-recovery-login'`, 'challenge/**'],
  ['packages/*/src/challenge/x.ts', `export * from '@tanstack/react-query'`, 'challenge/**'],
  [
    'packages/*/src/challenge/mirror-attempt.ts',
    `export * from '../prompt/y.ts'`,
    'mirror-attempt',
  ],
  ['packages/*/src/parts/x.tsx', `export * from '../prompt/y.ts'`, 'parts/**'],
  ['packages/*/src/parts/x.tsx', `export type * from '../challenge/y.ts'`, 'parts/**'],
  ['packages/*/src/message/x.tsx', `export { type A, b } from '../prompt/y.ts'`, 'message/**'],
  ['packages/*/src/message/x.tsx', `export * from '@tanstack/react-query'`, 'message/**'],
  ['packages/*/src/challenge/recovery-code-challenge.tsx', `export * from 'msw'`, 'challenge/'],
  ['packages/*/src/server/x.ts', `export * from '../host/y.ts'`, 'server/**'],
  ['packages/*/src/server/x.ts', `export * from 'react'`, 'server/**'],
  ['packages/*/src/server/x.ts', `export * from 'jose'`, 'server/**'],
  ['packages/*/src/mocks/x.ts', `export * from '../protocol/y.ts'`, 'mocks/**'],
  ['packages/*/src/mocks/x.ts', `export * from 'react'`, 'mocks/**'],
  ['packages/*/src/unknown/x.ts', `export * from 'react'`, 'its own folder alone'],
  ['packages/*/src/headless.ts', `export * from './parts/y.tsx'`, 'headless.ts'],
  ['packages/*/src/headless.ts', `export * from './prompt/y.tsx'`, 'headless.ts'],
  ['packages/*/src/headless.ts', `export * from './server/y.ts'`, 'headless.ts'],
  ['packages/*/src/index.ts', `export * from './mocks/y.ts'`, 'index.ts'],
  ['packages/*/src/labels-german.ts', `export * from './parts/y.tsx'`, 'labels-*.ts'],
  ['packages/*/src/server.ts', `export * from './challenge/y.ts'`, 'server.ts'],
  ['packages/*/src/prompt/x.stories.tsx', `export * from './y.ts'`, byName],
  ['packages/*/src/prompt/x.stories.tsx', `export * from '../headless.ts'`, byName],
  ['packages/*/src/prompt/x.test.ts', `export * from '../headless.ts'`, byName],
  ['packages/*/test/faults/x.test.ts', `export * from '../../src/index.ts'`, byName],
  ['packages/*/test/faults/x.test.ts', `export * from '../../dist/index.js'`, byName],
  ['apps/*/x.ts', `export * from '../../packages/react-recovery-login/src/index.ts'`, byName],
  ['apps/*/x.ts', `export * from 'react-recovery-login/dist/index.js'`, byName],
  ['packages/*/src/capture/x.ts', `console.log('saved')`, 'console'],
  ['packages/*/src/capture/x.ts', `localStorage.clear()`, 'outlives the page'],
  ['packages/*/src/capture/x.ts', `window.sessionStorage.clear()`, 'outlives the page'],
  ['packages/*/src/capture/x.ts', `document.cookie = 'a=b'`, 'outlives the page'],
  ['packages/*/src/capture/x.ts', `export const y = indexedDB.databases()`, 'outlives the page'],
  ['packages/*/src/capture/x.ts', `navigator.sendBeacon('/')`, 'nobody can see'],
  ['packages/*/src/capture/x.ts', `document.body.innerHTML = ''`, 'never markup'],
  [
    'packages/*/src/parts/x.tsx',
    `export const y = <p dangerouslySetInnerHTML={{ __html: '' }} />`,
    'danger',
  ],
  ['packages/*/src/capture/x.ts', `export const y = (z: any): void => z()`, 'any'],
  ['packages/*/src/capture/x.ts', `// @ts-ignore\nexport const y: number = ''`, 'ts-'],
]

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['packages/*/src/protocol/x.ts', `export * from './y.ts'`],
  ['packages/*/src/labels/x.ts', `export type { Y } from '../protocol/y.ts'`],
  ['packages/*/src/prompt/x.ts', `export * from 'react-hook-form'\nexport * from '../host/y.ts'`],
  ['packages/*/src/capture/x.ts', `export * from '../protocol/y.ts'\nexport * from 'react'`],
  ['packages/*/src/challenge/x.ts', `export * from '../capture/y.ts'`],
  ['packages/*/src/challenge/x.ts', `export type { Y } from '../prompt/y.ts'`],
  ['packages/*/src/challenge/mirror-attempt.ts', `export * from '@tanstack/react-query'`],
  ['packages/*/src/message/x.tsx', `export * from '../parts/y.tsx'\nexport * from './y.ts'`],
  ['packages/*/src/challenge/recovery-code-challenge.tsx', `export * from '../prompt/y.tsx'`],
  ['packages/*/src/server/x.ts', `export * from '../protocol/y.ts'`],
  ['packages/*/src/server/seal-sign-in.ts', `export * from 'jose'`],
  ['packages/*/src/mocks/x.ts', `export * from 'msw'\nexport type { Y } from '../protocol/y.ts'`],
  ['packages/*/src/headless.ts', `export * from './challenge/y.ts'\nexport * from './protocol.ts'`],
  ['packages/*/src/labels-german.ts', `export * from './labels/y.ts'`],
  ['packages/*/src/index.ts', `export * from './headless.ts'\nexport * from './prompt/y.tsx'`],
  ['packages/*/src/prompt/x.stories.tsx', `export * from 'react-recovery-login'`],
  ['packages/*/src/prompt/x.stories.tsx', `export * from '../../../../.storybook/preview.tsx'`],
  ['packages/*/src/prompt/x.test.ts', `export * from '../challenge/y.ts'\nlocalStorage.clear()`],
  ['apps/*/x.ts', `export * from 'react-recovery-login/headless'\nconsole.log('ready')`],
]

const cases = [...violations, ...allowed].map(([file, code], index) => ({
  code,
  file: file.replace('*', `case-${index}`),
}))
let found: readonly {
  readonly filename: string
  readonly message: string
  readonly help?: string
}[]
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  for (const file of ['oxlint.config.ts', 'scripts/import-rules.ts'])
    cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const { file, code } of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(oxlint, ['--format=json', 'packages', 'apps'], {
    cwd: folder,
    encoding: 'utf8',
  })
  found = JSON.parse(stdout).diagnostics
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function findings(index: number): string[] {
  return found
    .filter(({ filename }) => filename === cases[index]?.file)
    .map(({ message, help }) => `${message} ${help}`)
}

describe('is refused', () => {
  it.each(violations.map(([file, code, says], index) => ({ index, file, code, says })))(
    '$file: $code',
    ({ index, says }) => {
      expect(findings(index).join('\n')).toContain(says)
    },
  )
})

describe('is allowed', () => {
  it.each(allowed.map(([file, code], index) => ({ index: violations.length + index, file, code })))(
    '$file: $code',
    ({ index }) => {
      expect(findings(index)).toEqual([])
    },
  )
})
