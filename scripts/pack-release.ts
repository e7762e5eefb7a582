// `pnpm pack:release v1.2.3` packs that version into release/ and prints the hash of the tarball; with a hash after the
// tag, it fails if the bytes differ. It also fails if the tag isn't the version, a changeset is left, or
// GITHUB_REPOSITORY (`owner/name`, set by GitHub) doesn't say where the package comes from.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack, packageFolder } from './pack.ts'
import { publisherFields, repositoryUrl } from './publisher.ts'

const [tag = '', wanted] = process.argv.slice(2)
const root = join(import.meta.dirname, '..')
const file = join(packageFolder, 'package.json')
const text = readFileSync(file, 'utf8')
const manifest = JSON.parse(text) as { readonly version: string }

const repository = repositoryUrl()
if (repository === undefined)
  fail('Nobody knows where this is published from: set GITHUB_REPOSITORY to `owner/name`.')
if (tag !== `v${manifest.version}`) fail(`The tag is ${tag}, the version ${manifest.version}.`)
const changesets = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md'))
if (changesets.length > 1) fail('There are changesets left: run `pnpm changeset version`.')

const release = join(root, 'release')
rmSync(release, { recursive: true, force: true })
mkdirSync(release)
writeFileSync(file, JSON.stringify({ ...manifest, ...publisherFields(repository) }, null, 2))
let tarball: string
try {
  tarball = pack(release)
} finally {
  writeFileSync(file, text)
}
const sha512 = createHash('sha512').update(readFileSync(tarball)).digest('hex')
if (wanted !== undefined && sha512 !== wanted) fail(`The tarball is ${sha512}, not ${wanted}.`)
console.log(`sha512=${sha512}`)

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
