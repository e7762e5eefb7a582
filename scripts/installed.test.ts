import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')
const pinned = Object.entries(manifest.optionalDependencies)

it('L14 the lockfile has a hash of each platform’s Node, and no script fetches one', () => {
  const lockfile = read('pnpm-lock.yaml')
  const hashed = pinned.filter(([name, version]) =>
    lockfile.includes(`\n  ${name}@${version}:\n    resolution: {integrity: sha512-`),
  )
  expect(hashed).toEqual(pinned)
  expect(pinned.length).toBeGreaterThan(3)
  const [, builds = ''] = /^allowBuilds:\n(.*?)^\S/ms.exec(read('pnpm-workspace.yaml')) ?? []
  expect(builds.match(/^ +\S+: true$/gm)).toEqual(['  esbuild: true'])
})

it.each(['20.20.2', '24.0.0', '99.0.0'])('L14 refuses Node %s instead', (version) => {
  const code = `
    Object.defineProperty(process.versions, 'node', { value: '${version}' })
    const { installFault } = await import('./installed.mjs')
    console.log(installFault())`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: '' },
  })
  expect(stdout).toContain(`Node ${version} is not the one`)
})
