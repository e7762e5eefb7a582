// Compiles each file as a product would, without skipLibCheck: with each TypeScript, each module resolution and each
// platform's own types. Prints a line per row, and its errors if any.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const compilers = Object.keys(devDependencies).filter((name) => name.startsWith('typescript-'))
// The oldest Node that the kit supports: later types have all of its names.
const platforms = ['node', '@cloudflare/workers-types']
const resolutions = { bundler: 'preserve', node16: 'node16', nodenext: 'nodenext' }
const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
const whole = ['--noEmit', '--skipLibCheck', 'false', '--target', 'es2022', '--jsx', 'react-jsx']

for (const compiler of compilers) {
  for (const [resolution, module] of Object.entries(resolutions)) {
    const resolve = ['--moduleResolution', resolution, '--module', module]
    // The types of msw 3 need TypeScript 5.7.
    const files = /-5\.[0-6]$/.test(compiler) ? ['page.tsx'] : ['page.tsx', 'mocks.ts']
    check(compiler, `${files.join(', ')}, ${resolution}`, [
      ...files,
      '--types',
      'react',
      ...resolve,
    ])
  }
  for (const platform of platforms) {
    const types = ['--lib', 'es2022', '--types', platform]
    const resolve = ['--moduleResolution', 'nodenext', '--module', 'nodenext']
    check(compiler, `server.ts, ${platform}`, ['server.ts', ...types, ...resolve])
  }
}

function check(compiler, row, args) {
  const tsc = `node_modules/${compiler}/bin/tsc`
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...strict, ...whole, ...args], {
    encoding: 'utf8',
  })
  console.log(`${status === 0 ? 'compiles' : 'FAILS'}  ${compiler}, ${row}`)
  if (status === 0) return
  console.log(stdout)
  process.exitCode = 1
}
