import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const folder = join(import.meta.dirname, '../.github/workflows')
const files = globSync('*.yml', { cwd: folder })

/** What follows a key or a command, for each occurrence. */
function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found)
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const [head = '', jobs = ''] = text.split(/^jobs:\n/m)

  it('L15 pins every action by commit, and leaves no token in the checkout', () => {
    const actions = all(text, /\buses: (.+)/g)
    expect(actions.length).toBeGreaterThan(0)
    expect(actions.filter((action) => !/@[\da-f]{40} # v\d/.test(action))).toEqual([])
    const checkouts = actions.filter((action) => action.startsWith('actions/checkout@'))
    expect(all(text, /(persist-credentials: false)/g)).toHaveLength(checkouts.length)
  })

  it('L15 gives no permission to all jobs, and to each only what it lists', () => {
    expect(head).toContain('\npermissions: {}\n')
    const each = jobs.split(/^  (?=\w+:$)/m).slice(1)
    expect(each.length).toBeGreaterThan(0)
    expect(each.filter((job) => !/^    permissions:\n      \w/m.test(job))).toEqual([])
    const writes = all(text, /^      (\S+): write$/gm)
    expect(writes).toEqual(file === 'release.yml' ? ['id-token', 'contents'] : [])
  })

  it('L15 runs only existing commands', () => {
    const commands = all(text, /pnpm@12 (?:--silent )?(\S+)/g)
    expect(commands.filter((name) => !(name in manifest.scripts))).toEqual(
      commands.filter((name) => name === 'install'),
    )
    const scripts = all(text, /run: (\.\S+)/g)
    expect(
      scripts.filter((path) => globSync(path, { cwd: join(folder, '../..') }).length === 0),
    ).toEqual([])
  })
})

it('Q9 nothing is published before every runtime and consumer was tested', () => {
  const text = readFileSync(join(folder, 'release.yml'), 'utf8')
  const [, tried = '', published = ''] =
    /^  try:\n(.+?)^  publish:\n(.+?)^  \w+:$/ms.exec(text) ?? []
  expect(all(tried, /- run: npx -y pnpm@12 (test:\S+)/g)).toEqual([
    'test:runtimes',
    'test:apps',
    'test:consumers',
  ])
  expect(all(published, /needs: (.+)/g)).toEqual(['[test, try]'])
})
