import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import publicApi from './exports.json' with { type: 'json' }
import { distFiles, doors, installed, run } from './in-consumer.ts'

interface Imported {
  readonly names: readonly string[]
  readonly did: readonly string[]
}

const lists = new Map<string, readonly string[]>(Object.entries(publicApi))

/** The exports of an entry point. An entry may be another entry point, re-exported whole. */
function listed(door: string): string[] {
  return (lists.get(door) ?? []).flatMap((entry) => (lists.has(entry) ? listed(entry) : [entry]))
}

const isType = (name: string): boolean => name.startsWith('type ')

it('has the entry points that exports.json lists', () => {
  expect(doors().map(([door]) => door)).toEqual([...lists.keys()])
})

it('includes its licence and the README', () => {
  expect(readdirSync(installed)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']))
})

it('L6 has no runtime dependency', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const names = [
    'dependencies',
    'optionalDependencies',
    'bundledDependencies',
    'bundleDependencies',
  ]
  expect(names.filter((name) => name in manifest)).toEqual([])
})

// exports.json is the public API: add or remove a name only on purpose, with a changeset.
describe.each(doors())('the entry point %s', (door, target) => {
  it('exports the types and values that exports.json lists', () => {
    const declared = readFileSync(join(installed, target.types), 'utf8')
    const [, names = ''] = /^export \{ (.*) \};?$/m.exec(declared) ?? []
    expect(names.split(', ').toSorted()).toEqual(listed(door).toSorted())
  })

  it('L9 exports its values on Node, without side effects', () => {
    const { names, did } = run('import-door.ts', door) as Imported
    expect(names).toEqual(
      listed(door)
        .filter((name) => !isType(name))
        .toSorted(),
    )
    expect(did).toEqual([])
  })
})

describe("'use client'", () => {
  const text = (file: string) => readFileSync(join(installed, file), 'utf8')

  it('L24 is in no file that a bundler reads without the condition react-server', () => {
    const found = (pattern: RegExp) =>
      distFiles('.js').flatMap(({ file, text }) => (pattern.test(text) ? [file] : []))
    expect(found(/^\s*['"]use client['"]/m).toSorted()).toEqual([
      'headless.client.js',
      'index.client.js',
    ])
    expect(found(/\.client\.js/)).toEqual([])
  })

  it.each([
    ['.', 'index'],
    ['./headless', 'headless'],
  ])(
    'L24 comes first in the entry point %s for server components, which has the same names',
    (door, file) => {
      const { exports } = JSON.parse(text('package.json'))
      expect(exports[door]['react-server']).toBe(`./dist/${file}.client.js`)
      const names = (of: string) => /^export \{ (.*) \}/m.exec(text(`dist/${of}.js`))?.[1]
      expect(text(`dist/${file}.client.js`)).toMatch(/^'use client'\nexport \{/)
      expect(names(`${file}.client`)).toBe(names(file))
    },
  )
})
