import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumArgs, findChromium } from './scripts/chromium.ts'
import { unitProjects } from './vitest.unit.config.ts'

// The workers of the browser tests read it. All of this file is evaluated whichever project is asked for.
process.env.CHROMIUM_PATH = findChromium()

export default defineConfig({
  test: {
    projects: [
      ...unitProjects,
      stories('light', { scheme: 'light' }),
      stories('dark', { scheme: 'dark' }),
      stories('rtl', { scheme: 'light', direction: 'rtl' }),
      {
        test: {
          name: 'workspace',
          environment: 'node',
          include: ['scripts/**/*.test.ts', 'packages/*/test/package/**/*.test.ts'],
          globalSetup: ['./packages/react-recovery-login/test/package/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/setup.ts'],
          // A case that is tried once a day is tried twenty times in a full run.
          testTimeout: process.env['FULL_RUN'] ? 600_000 : 30_000,
          hookTimeout: 60_000,
        },
      },
      {
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

/** Each story as a test in Chromium, with axe, under what the toolbars would set. */
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
