import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { englishLabels, type Labels } from 'react-recovery-login'
import { germanLabels } from 'react-recovery-login/labels/german'
import { expect, inject, it, onTestFinished } from 'vitest'
import { sourceCondition } from '../../../../scripts/from-source.ts'
import { packageFolder } from '../../../../scripts/pack.ts'
import { installed } from './in-consumer.ts'

const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
/** The target of each entry point, by condition. */
const targets = Object.values<string | Record<string, string>>(manifest.exports)
  .filter((door) => typeof door === 'object')
  .flatMap((door) => Object.entries(door))

it('L12 npm installs what npm packs, and it imports without the peers', () => {
  // Outside the consumer, which has the peers.
  const folder = mkdtempSync(join(tmpdir(), 'by-npm-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const [tarball = ''] = globSync(join(inject('consumer'), '*.tgz'))
  const quick = ['--offline', '--no-audit', '--no-fund', '--legacy-peer-deps']
  execFileSync('npm', ['install', ...quick, tarball], { cwd: folder })
  const doors = ['protocol', 'server', 'node', 'labels/german']
  const code = `for (const door of process.argv.slice(1)) await import('react-recovery-login/' + door)`
  execFileSync(process.execPath, ['--input-type=module', '-e', code, ...doors], { cwd: folder })
  expect(existsSync(join(folder, 'node_modules/react-recovery-login/dist'))).toBe(true)

  // The cookie needs jose, the handler does not: at run time, and in a bundle.
  const cookie = `import { createRecoveryCodeHandler, createSignInCookie } from 'react-recovery-login/server'
    const options = { domain: 'a.b', clientId: 'a', clientSecret: 'b', onTokens() {} }
    const answer = await createRecoveryCodeHandler(options)(new Request('https://a.b/'))
    const signIn = createSignInCookie({ secret: 'a'.repeat(32) })
    const said = await signIn.start({ mfaToken: 'a' }, { headers: {} }).catch(String)
    console.log(answer.status, said)`
  writeFileSync(join(folder, 'cookie.mjs'), cookie)
  const bundled = join(folder, 'bundled.mjs')
  const { warnings } = buildSync({
    entryPoints: [join(folder, 'cookie.mjs')],
    outfile: bundled,
    bundle: true,
    format: 'esm',
    absWorkingDir: folder,
  })
  expect(warnings).toEqual([])
  for (const file of ['cookie.mjs', bundled]) {
    const said = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
    expect(said).toMatch(/^405 RecoveryCodeError: .*`jose` is not installed.*npm install jose/)
  }
})

it('L12 each theme is an entry point', () => {
  const themes = globSync('dist/themes/*.css', { cwd: installed }).toSorted()
  const doors = targets.map(([, target]) => target.replace('./', ''))
  expect(themes.length).toBeGreaterThan(3)
  expect(doors.filter((door) => door.startsWith('dist/themes/')).toSorted()).toEqual(themes)
})

it('L13 every condition of an entry point leads to a packed file, except the workspace’s own', () => {
  const missing = targets.filter(([, target]) => !existsSync(join(installed, target)))
  expect(targets.length - missing.length).toBeGreaterThan(missing.length)
  expect(missing.filter(([condition]) => condition !== sourceCondition)).toEqual([])
})

it('L13 no condition or field known to other tools leads to the sources', () => {
  const conditions = new Set(targets.map(([condition]) => condition))
  expect([...conditions].toSorted()).toEqual(['default', sourceCondition, 'react-server', 'types'])
  expect(manifest).not.toHaveProperty('source')
})

it('L20 a resolver without support for exports finds every entry point by main and alias', () => {
  const byExports = Object.entries<{ default?: string }>(manifest.exports).flatMap(
    ([door, target]) => (target.default === undefined ? [] : [[door, target.default]]),
  )
  expect({ '.': manifest.main, ...manifest.alias }).toEqual(Object.fromEntries(byExports))
})

it('a page with a dictionary of its own can leave the English one out', () => {
  const page = `import { createElement } from 'react'
    import { RecoveryCodeChallenge } from 'react-recovery-login'
    import { germanLabels as labels } from 'react-recovery-login/labels/german'
    console.log(createElement(RecoveryCodeChallenge, { labels }))`
  const bundle = (define: Readonly<Record<string, string>>) => {
    const { outputFiles } = buildSync({
      stdin: { contents: page, resolveDir: inject('consumer') },
      bundle: true,
      minify: true,
      format: 'esm',
      charset: 'utf8',
      packages: 'bundle',
      external: ['react', 'react-dom', 'react/jsx-runtime', 'react-hook-form', '@tanstack/*'],
      define,
      write: false,
    })
    return outputFiles[0]?.text ?? ''
  }
  // Fewer words may be in an error, or on a German keyboard.
  const sentences = Object.values<Labels[keyof Labels]>(englishLabels)
    .flatMap((label) => (typeof label === 'string' ? label : Object.values(label)))
    .filter((text) => text.split(' ').length > 4)
  const isIn = (text: string) => sentences.filter((sentence) => text.includes(sentence))
  expect(isIn(bundle({}))).toEqual(sentences)
  const german = bundle({ RECOVERY_LOGIN_ENGLISH: 'false' })
  expect(german).toContain(germanLabels['form.lead'])
  expect(isIn(german)).toEqual([])
})

it('L21 a server that uses only its entry point gets no other package', () => {
  const folder = join(inject('consumer'), 'backend')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const [tarball = ''] = globSync(join(inject('consumer'), '*.tgz'))
  // A peer that npm had to fetch would fail this, since npm is offline.
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
  expect(globSync('node_modules/*', { cwd: folder })).toEqual(['node_modules/react-recovery-login'])
})

it('L21 the README’s one line installs every peer that a page needs', () => {
  const readme = readFileSync(join(packageFolder, '../../README.md'), 'utf8')
  const [, line = ''] = /^npm install (.*)$/m.exec(readme) ?? []
  // A React app has the first two, only tests need msw, and only a server jose.
  const has = ['react', 'react-dom', 'msw', 'jose']
  expect(line.split(' ').toSorted()).toEqual(
    ['react-recovery-login', ...Object.keys(manifest.peerDependencies)]
      .filter((name) => !has.includes(name))
      .toSorted(),
  )
})

it('L23 every link of the packed README leads to a packed file or a URL', () => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8')
  const links = Array.from(readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g), ([, path = '']) => path)
  expect(links.filter((path) => !existsSync(join(installed, path)))).toEqual([])
})
