import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { sourceCondition } from '../../../../scripts/from-source.ts'
import { installed } from './in-consumer.ts'

const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
/** What each door leads to, by condition. */
const targets = Object.values<string | Record<string, string>>(manifest.exports)
  .filter((door) => typeof door === 'object')
  .flatMap((door) => Object.entries(door))

it('L12 npm installs what npm packs, and its doors open without the peers', () => {
  const folder = join(inject('consumer'), 'by-npm')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const [tarball = ''] = globSync(join(inject('consumer'), '*.tgz'))
  const quick = ['--offline', '--no-audit', '--no-fund', '--legacy-peer-deps']
  execFileSync('npm', ['install', ...quick, tarball], { cwd: folder })
  const doors = ['protocol', 'server', 'node', 'labels/german']
  const code = `for (const door of process.argv.slice(1)) await import('react-recovery-login/' + door)`
  execFileSync(process.execPath, ['--input-type=module', '-e', code, ...doors], { cwd: folder })
  expect(existsSync(join(folder, 'node_modules/react-recovery-login/dist'))).toBe(true)
})

it('L12 each theme is a door', () => {
  const themes = globSync('dist/themes/*.css', { cwd: installed }).toSorted()
  const doors = targets.map(([, target]) => target.replace('./', ''))
  expect(themes.length).toBeGreaterThan(3)
  expect(doors.filter((door) => door.startsWith('dist/themes/')).toSorted()).toEqual(themes)
})

it('L13 every condition of a door leads to a file that is packed, apart from the workspace’s own', () => {
  const missing = targets.filter(([, target]) => !existsSync(join(installed, target)))
  expect(targets.length - missing.length).toBeGreaterThan(missing.length)
  expect(missing.filter(([condition]) => condition !== sourceCondition)).toEqual([])
})

it('L13 no condition and no field that another tool knows leads to the sources', () => {
  const conditions = new Set(targets.map(([condition]) => condition))
  expect([...conditions].toSorted()).toEqual(['default', sourceCondition, 'types'])
  expect(manifest).not.toHaveProperty('source')
})
