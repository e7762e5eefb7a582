/**
 * Speed as counts and ratios against hand-written pages in the same run and browser. Counts are exact; times are the
 * best of interleaved rounds, so only their ratios matter.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession, type Page } from 'playwright'
import { build, preview, type InlineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import { chromiumArgs, findChromium } from '../scripts/chromium.ts'
import { fromSource } from '../scripts/from-source.ts'
import type { Bench } from './page.tsx'
import { heldAnswers } from './held-answers.ts'
import { serverRender } from './server-render.ts'

declare global {
  interface Window {
    bench: Bench
  }
}

const ROUNDS = 7
const FLOWS = 200

const outDir = await mkdtemp(join(tmpdir(), 'bench-'))
const config: InlineConfig = {
  ...fromSource,
  root: import.meta.dirname,
  configFile: false,
  plugins: [react()],
  logLevel: 'error',
}
await build({ ...config, build: { outDir, emptyOutDir: true } })
const server = await preview({
  ...config,
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
})
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })

try {
  const page = await browser.newPage()
  await page.goto(url)
  const names = await page.evaluate(() => [...window.bench.names])
  const rows = Object.fromEntries(names.map((name) => [name, {} as Record<string, number>]))
  const row = (name: string) => rows[name] ?? {}

  for (const name of names) {
    await page.evaluate((one) => window.bench.mount(one), name)
    const counts = await page.evaluate(
      async (one) => ({
        mount: await window.bench.mount(one),
        keys: await window.bench.keys(one),
        flow: await window.bench.flow(one),
      }),
      name,
    )
    Object.assign(row(name), {
      'mount commits': counts.mount,
      'commits for 24 keys': counts.keys,
      'commits from submit to code': counts.flow.commits,
      requests: counts.flow.requests,
      'layout shift': counts.flow.shift,
      'calls per mount': await callsPerMount(page, name),
    })
  }
  for (const [figure, method] of [
    ['warm mount', 'mount'],
    ['script for 24 keys', 'keys'],
  ] as const) {
    const best = new Map<string, number>()
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of names) {
        const took = await page.evaluate(([one, what]) => window.bench.time(one, what), [
          name,
          method,
        ] as const)
        best.set(name, Math.min(took, best.get(name) ?? Infinity))
      }
    for (const name of names)
      row(name)[`${figure}, × hand-libs`] = (best.get(name) ?? 0) / (best.get('hand-libs') ?? 1)
  }
  const server = await serverRender(ROUNDS)
  for (const name of names)
    row(name)['server render, × hand-libs'] = (server[name] ?? 0) / (server['hand-libs'] ?? 1)
  for (const name of names) Object.assign(row(name), await leftBehind(name))

  const figures = Object.keys(row('kit'))
  const cell = (value: number | undefined) =>
    value === undefined ? '' : Number.isInteger(value) ? String(value) : value.toFixed(2)
  console.log(`| figure | ${names.join(' | ')} |\n| --- |${' ---: |'.repeat(names.length)}`)
  for (const figure of figures)
    console.log(`| ${figure} | ${names.map((name) => cell(row(name)[figure])).join(' | ')} |`)

  const { plain = 1, ...held } = await heldAnswers(ROUNDS)
  console.log(
    '\n| an exchange in the handler | ms | × without held answers |\n| --- | ---: | ---: |',
  )
  for (const [name, each] of Object.entries({ 'nothing held': plain, ...held }))
    console.log(`| ${name} | ${each.toFixed(2)} | ${(each / plain).toFixed(2)} |`)
} finally {
  await browser.close()
  await server.close()
  await rm(outDir, { recursive: true })
}

/** Function calls, including the libraries', as V8 counts them over one warm mount. */
async function callsPerMount(page: Page, name: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await session.send('Profiler.takePreciseCoverage')
  await page.evaluate((one) => window.bench.mount(one), name)
  const { result } = await session.send('Profiler.takePreciseCoverage')
  await session.detach()
  return result
    .filter((script) => script.url.startsWith(url))
    .flatMap((script) => script.functions.flatMap(({ ranges }) => ranges[0]?.count ?? 0))
    .reduce((sum, count) => sum + count, 0)
}

/** What a flow leaves reachable after a full garbage collection, as growth per flow. */
async function leftBehind(name: string): Promise<Record<string, number>> {
  const page = await browser.newPage()
  await page.goto(url)
  const session = await page.context().newCDPSession(page)
  await page.evaluate(([one, count]) => window.bench.flows(one, count), [name, 20] as const)
  const before = await reachable(session)
  await page.evaluate(([one, count]) => window.bench.flows(one, count), [name, FLOWS] as const)
  const after = await reachable(session)
  await page.close()
  return Object.fromEntries(
    Object.entries(after).map(([what, count]) => [
      `${what} left per flow`,
      Math.round(((count - (before[what] ?? 0)) / FLOWS) * 100) / 100,
    ]),
  )
}

async function reachable(session: CDPSession): Promise<Record<string, number>> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const count = async (prototype: string): Promise<number> => {
    const { result } = await session.send('Runtime.evaluate', { expression: prototype })
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
      objectGroup: 'bench',
    })
    const { result: length } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
    })
    await session.send('Runtime.releaseObjectGroup', { objectGroup: 'bench' })
    return Number(length.value)
  }
  await session.send('Performance.enable')
  const functions = await count('Function.prototype')
  const maps = await count('Map.prototype')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
  return { functions, maps, listeners: metric('JSEventListeners'), nodes: metric('Nodes') }
}
