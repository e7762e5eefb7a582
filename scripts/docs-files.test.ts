import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandsOf, filesOf, pages, withFiles } from './docs-files.ts'

const root = join(import.meta.dirname, '..')

it.each(Object.keys(pages))('Q15 %s shows the files as they run', (page) => {
  expect(filesOf(page).length).toBeGreaterThan(0)
  expect(readFileSync(join(root, page), 'utf8'), 'run `pnpm docs:files`').toBe(withFiles(page))
})

it.each(['docs/nextjs.md', 'docs/express.md'])('Q15 %s shows the whole app', (page) => {
  const cwd = join(root, pages[page] ?? '')
  const files = globSync('**/*.{ts,tsx,css,html,json}', {
    cwd,
    exclude: ['**/{node_modules,.next,dist}/**', 'package*.json', 'next-env.d.ts'],
  })
  expect(
    filesOf(page)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(files.toSorted())
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(cwd, 'package.json'), 'utf8'),
  )
  const named = commandsOf(page, 'install').flatMap((line) =>
    line.split(' ').filter((word) => !/^(?:npm|install|--save-dev)$/.test(word)),
  )
  const wanted = Object.keys({ ...dependencies, ...devDependencies, 'react-recovery-login': '' })
  expect(named.toSorted()).toEqual(wanted.toSorted())
})
