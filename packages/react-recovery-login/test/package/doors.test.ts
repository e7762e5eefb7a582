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

describe("'use client' stands first", () => {
  const client = (text: string): boolean => /^['"]use client['"]/.test(text)
  const files = distFiles('.js')

  it('in the doors to React and in every file that uses a hook of React', () => {
    const hooks =
      /^import \{[^}]*\buse[A-Z][^}]*\} from "(?:react|@tanstack\/react-query|react-hook-form)"/m
    const wanted = files.filter(
      ({ file, text }) => ['index.js', 'headless.js'].includes(file) || hooks.test(text),
    )
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter(({ text }) => !client(text)).map(({ file }) => file)).toEqual([])
  })

  it('and not where a server imports it', () => {
    const server = files.filter(({ file }) => /^(?:protocol|server|node|bridge|mocks)\b/.test(file))
    expect(server.length).toBeGreaterThan(5)
    expect(server.filter(({ text }) => client(text)).map(({ file }) => file)).toEqual([])
  })
})
