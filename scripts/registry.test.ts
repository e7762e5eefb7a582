import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { buildRegistryItem, listRegistryItems, registryFolder } from './registry.ts'

const items = listRegistryItems()
const sources = globSync('components/**/*', { cwd: registryFolder }).filter((file) =>
  file.endsWith('.tsx'),
)
const read = (file: string) => readFileSync(join(registryFolder, file), 'utf8')

it('Q32 the packed registry item is built from all of its sources', (context) => {
  const installed = join(inject('consumer'), 'node_modules/react-recovery-login/registry')
  expect(items.flatMap(({ files }) => files.map(({ path }) => path)).toSorted()).toEqual(
    sources.toSorted(),
  )
  for (const item of items) {
    const text = readFileSync(join(installed, `${item.name}.json`), 'utf8')
    expect(text).toBe(buildRegistryItem(item))
    const { files } = JSON.parse(text)
    expect(files.length).toBeGreaterThan(4)
    for (const { path, content } of files) expect(content, path).toBe(read(path))
  }
  proves(context, [], `${sources.length} files`)
})

it.each(sources)('Q32 needs neither the kit’s look nor an app setting: %s', (file) => {
  const text = read(file)
  // Its stylesheet selects only by these.
  expect(text).not.toMatch(/data-rrl-|\.css/)
  const imports = Array.from(text.matchAll(/ from '(.+)'/g), ([, from]) => from)
  // Without the extension: only some apps let TypeScript import with one.
  const may = ['react', 'react-recovery-login/headless']
  const neighbours = sources.map((source) => `./${basename(source, '.tsx')}`)
  expect(imports.filter((from = '') => ![...may, ...neighbours].includes(from))).toEqual([])
})

it('Q32 depends on what the README’s install line installs', () => {
  const readme = readFileSync(join(registryFolder, '../README.md'), 'utf8')
  const [, line = ''] = /^npm install (.*)$/m.exec(readme) ?? []
  expect(items.map(({ dependencies }) => dependencies)).toEqual([line.split(' ')])
})
