import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { chromiumArgs } from './chromium.ts'
import { copyConsumer, findConsumer } from './consumers/consumer.ts'
import { linkPackages } from './consumers/install.ts'
import { tryConsumer } from './consumers/try-consumer.ts'

// Those whose tools the workspace has anyway. `pnpm test:consumers` runs all, each with its own versions.
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...chromiumArgs],
  })
})
afterAll(() => browser.close())

/** Builds it with the setup's tarball, opens it and signs in. */
async function expectSignedIn(name: string): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'consumer-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const consumer = findConsumer(name)
  copyConsumer(consumer, folder)
  linkPackages(folder, consumer, join(inject('consumer'), 'node_modules/react-recovery-login'))
  const { named } = await tryConsumer(consumer, folder, browser)
  expect(named).toEqual([])
}

it('Q1 built by esbuild, opened, signed in', async (context) => {
  await expectSignedIn('esbuild')
  proves(context, [], 'twice in a browser, the second time with the new code')
})

it('Q1 built by Vite, opened, signed in', async (context) => {
  await expectSignedIn('vite')
  proves(context, [], 'twice in a browser, the second time with the new code')
})

it('Q3 a product’s own Vitest, with the mocks', async (context) => {
  await expectSignedIn('vitest')
  proves(context, [], 'three sign-ins')
})

it('Q5 Q8 on Express, with its session, built without a secret', async (context) => {
  await expectSignedIn('express')
  proves(context, 'N4', 'twice in a browser, which got no mfa token')
})
