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

/** What a door gives. An entry may be another door, all of which it gives. */
function listed(door: string): string[] {
  return (lists.get(door) ?? []).flatMap((entry) => (lists.has(entry) ? listed(entry) : [entry]))
}

const isType = (name: string): boolean => name.startsWith('type ')

it('has the doors that exports.json lists', () => {
  expect(doors().map(([door]) => door)).toEqual([...lists.keys()])
})

it('brings its licence and the README', () => {
  expect(readdirSync(installed)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']))
})

it('L6 has no dependency at run time', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const names = [
    'dependencies',
    'optionalDependencies',
    'bundledDependencies',
    'bundleDependencies',
  ]
  expect(names.filter((name) => name in manifest)).toEqual([])
})

// exports.json is the public API: a name is added to it or taken from it on purpose, with a changeset.
describe.each(doors())('the door %s', (door, target) => {
  it('gives the types and values that exports.json lists', () => {
    const declared = readFileSync(join(installed, target.types), 'utf8')
    const [, names = ''] = /^export \{ (.*) \};?$/m.exec(declared) ?? []
    expect(names.split(', ').toSorted()).toEqual(listed(door).toSorted())
  })

  it('L9 gives its values on Node, and importing it does nothing else', () => {
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

  it('L24 stands in no file that a bundler reads without the condition react-server', () => {
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
    'L24 stands first in the door %s of server components, which has the same names',
    (door, file) => {
      const { exports } = JSON.parse(text('package.json'))
      expect(exports[door]['react-server']).toBe(`./dist/${file}.client.js`)
      const names = (of: string) => /^export \{ (.*) \}/m.exec(text(`dist/${of}.js`))?.[1]
      expect(text(`dist/${file}.client.js`)).toMatch(/^'use client'\nexport \{/)
      expect(names(`${file}.client`)).toBe(names(file))
    },
  )
})
