import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packedReadme, publisherFields, repositoryUrl } from './publisher.ts'

const url = 'https://github.example/owner/name'

it('L22 derives every publisher field from the release’s repository', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'owner/name' }
  expect(repositoryUrl(env)).toBe(url)
  expect(repositoryUrl({})).toBe(undefined)
  expect(publisherFields(url)).toEqual({
    homepage: `${url}#readme`,
    repository: {
      type: 'git',
      url: `git+${url}.git`,
      directory: 'packages/react-recovery-login',
    },
    bugs: `${url}/issues`,
  })
})

it('L22 refuses to pack a release that does not say where it comes from', () => {
  const { GITHUB_REPOSITORY: _, ...env } = process.env
  const script = join(import.meta.dirname, 'pack-release.ts')
  const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('GITHUB_REPOSITORY')
})

it('L23 links from the packed README into the repository, at that version', () => {
  const readme = '[a](docs/a.md) ![b, light](docs/b.png) [c](#c) [d](https://d.example) [`e`](e)'
  expect(packedReadme(readme, '1.2.3', url)).toBe(
    `[a](${url}/blob/v1.2.3/docs/a.md) ![b, light](${url}/raw/v1.2.3/docs/b.png) ` +
      `[c](#c) [d](https://d.example) [\`e\`](${url}/blob/v1.2.3/e)`,
  )
  expect(packedReadme(readme, '1.2.3')).toBe('a b, light [c](#c) [d](https://d.example) `e`')
})
