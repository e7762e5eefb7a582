// `pnpm pack:release v1.2.3` packs that version into release/ and prints the hash of the tarball; with a hash after the
// tag it fails if the bytes are others. It fails too if the tag is not the version, or a changeset was not used.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack, packageFolder } from './pack.ts'

const [tag = '', wanted] = process.argv.slice(2)
const root = join(import.meta.dirname, '..')
const file = join(packageFolder, 'package.json')
const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }

if (tag !== `v${manifest.version}`) fail(`The tag is ${tag}, the version ${manifest.version}.`)
const changesets = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md'))
if (changesets.length > 1) fail('There are changesets left: run `pnpm changeset version`.')

// The registry compares it with the repository that the provenance names.
const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
if (GITHUB_REPOSITORY !== undefined) {
  const url = `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`
  const repository = { type: 'git', url, directory: 'packages/react-recovery-login' }
  writeFileSync(file, JSON.stringify({ ...manifest, repository }, null, 2))
}
const release = join(root, 'release')
rmSync(release, { recursive: true, force: true })
mkdirSync(release)
const sha512 = createHash('sha512')
  .update(readFileSync(pack(release)))
  .digest('hex')
if (wanted !== undefined && sha512 !== wanted) fail(`The tarball is ${sha512}, not ${wanted}.`)
console.log(`sha512=${sha512}`)

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
