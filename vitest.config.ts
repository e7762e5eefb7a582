import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumArgs, findChromium } from './scripts/chromium.ts'
import { setupFromSource } from './scripts/from-source.ts'
import { packedFiles } from './scripts/packed-files.ts'
import { everyCore, unitProjects } from './vitest.unit.config.ts'

// The browser tests' workers read it. This whole file is evaluated, whichever project is run.
process.env.CHROMIUM_PATH = findChromium()

export default defineConfig({
  test: {
    projects: [
      ...unitProjects,
      packed('node', ['src/{protocol,server,node}/*.test.ts', 'test/faults/{d,e,f,r}-*.test.ts']),
      packed('jsdom', ['test/faults/{a-one,b-odd,f-refusals,h-confirm,r-}*.test.tsx']),
      stories('light', { scheme: 'light' }),
      stories('dark', { scheme: 'dark' }),
      stories('rtl', { scheme: 'light', direction: 'rtl' }),
      {
        test: {
          name: 'workspace',
          environment: 'node',
          include: ['scripts/**/*.test.ts', 'packages/*/test/package/**/*.test.ts'],
          globalSetup: [
            './packages/react-recovery-login/test/package/setup.ts',
            './scripts/install-node-servers.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...setupFromSource,
        test: {
          ...everyCore,
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/setup.ts'],
          // A case that usually runs once runs twenty times in a full run.
          testTimeout: process.env['FULL_RUN'] ? 600_000 : 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Installs and builds two apps, so `pnpm test` leaves it out (scripts/test.mjs): `pnpm test:apps`.
          name: 'apps',
          environment: 'node',
          include: ['e2e/apps/*.app.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...setupFromSource,
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['e2e/firefox/*.firefox.ts'],
          globalSetup: ['./e2e/setup.ts', './e2e/firefox/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

/** The tests of a unit project that go through the doors or the wire, repeated on the packed files. */
function packed(name: string, files: readonly string[]): TestProjectInlineConfiguration {
  const { test } = unitProjects.find(({ test }) => test?.name === name) ?? {}
  return {
    // Without the condition that resolves to the sources.
    plugins: [packedFiles()],
    test: {
      ...test,
      name: `packed-${name}`,
      isolate: name === 'jsdom',
      include: files.map((file) => `packages/react-recovery-login/${file}`),
      globalSetup: [test?.globalSetup ?? [], './scripts/build-once.ts'].flat(),
    },
  }
}

/** Each story as a test in Chromium, with axe, using the given toolbar settings. */
function stories(
  name: string,
  initialGlobals: Readonly<Record<string, string>>,
): TestProjectInlineConfiguration {
  return {
    plugins: [storybookTest({ configDir: '.storybook', initialGlobals })],
    test: {
      name: `stories-${name}`,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...chromiumArgs] },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}
