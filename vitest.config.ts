import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/chromium.ts'
import { unitProjects } from './vitest.unit.config.ts'

// The workers of the browser tests read it. All of this file is evaluated whichever project is asked for.
process.env.CHROMIUM_PATH = findChromium()

export default defineConfig({
  test: {
    projects: [
      ...unitProjects,
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
