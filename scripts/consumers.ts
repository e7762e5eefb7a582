// Does the packed kit work in the apps it is for? Each folder of `consumers/` is copied, installed from its own
// lockfile with the tarball added, built, opened in Chromium and signed in to; or its tests are run. Prints a table.
// `pnpm test:consumers next vite` runs only those.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { chromiumArgs, findChromium } from './chromium.ts'
import { copyConsumer, listConsumers, type Consumer } from './consumers/consumer.ts'
import { installKit } from './consumers/install.ts'
import { tryConsumer } from './consumers/try-consumer.ts'
import { pack } from './pack.ts'

const peers = ['react', 'react-dom', 'react-hook-form', '@tanstack/react-query', 'jose']
const wanted = process.argv.slice(2)
const all = listConsumers()
const chosen = wanted.length === 0 ? all : wanted.flatMap(inFolder)
const folder = mkdtempSync(join(tmpdir(), 'consumers-'))
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })
const rows: (readonly string[])[] = []
try {
  const tarball = pack(folder)
  for (const one of chosen) rows.push(await row(one, tarball))
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
const head = ['consumer', 'versions', 'result', 'JS gzip', 'CSS gzip', 'seconds']
for (const cells of [head, head.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`)

function inFolder(name: string): readonly Consumer[] {
  const found = all.filter(({ folder }) => folder === name)
  if (found.length === 0) throw new Error(`There is no folder consumers/${name}.`)
  return found
}

async function row(consumer: Consumer, tarball: string): Promise<readonly string[]> {
  const begun = Date.now()
  const [result, ...weight] = await attempt(consumer, tarball)
  const seconds = ((Date.now() - begun) / 1000).toFixed(0)
  console.error(`${consumer.name}: ${result}, ${seconds} s`)
  return [consumer.name, versionsOf(consumer), result, ...weight, seconds]
}

async function attempt(
  consumer: Consumer,
  tarball: string,
): Promise<readonly [result: string, js: string, css: string]> {
  const at = join(folder, consumer.name.replace(':', '-'))
  try {
    copyConsumer(consumer, at)
    installKit(at, tarball)
    const { weight, named } = await tryConsumer(consumer, at, browser)
    if (named.length > 0)
      throw new Error(`Its tools warn about the kit:\n${named.slice(0, 8).join('\n')}`)
    const well = consumer.scripts.test === undefined ? 'built, signed in' : 'tests passed'
    return [well, kilobytes(weight?.js), kilobytes(weight?.css)]
  } catch (error) {
    console.error(`\n${consumer.name}\n${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
    return ['**failed**', '–', '–']
  } finally {
    rmSync(at, { recursive: true, force: true })
  }
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : `${(bytes / 1000).toFixed(1)} kB`
}

/** Omits the peers that most fixtures have in their newest version, because the kit needs them. */
function versionsOf({ dependencies }: Consumer): string {
  return Object.entries(dependencies)
    .filter(([name]) => !peers.includes(name))
    .map(([name, version]) => /^npm:(.+)@(.+)$/.exec(version)?.slice(1) ?? [name, version])
    .map((words) => words.join(' '))
    .join(', ')
}
