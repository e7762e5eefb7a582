import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { fromSource } from './scripts/from-source.ts'

const kit = './packages/react-recovery-login'

/**
 * Tests may use every core if the stories' browser isn't running. A separate group, which vitest requires for a
 * different worker count.
 */
export const everyCore = { maxWorkers: availableParallelism(), sequence: { groupOrder: 1 } }

/** Milliseconds. Only a test that hangs takes so long, on a busy machine too. */
const HANGS = 60_000

/** The projects that need no browser and no build: a separate configuration for the matrix and mutation testing. */
export const unitProjects: TestProjectInlineConfiguration[] = [
  {
    ...fromSource,
    test: {
      ...everyCore,
      testTimeout: HANGS,
      name: 'node',
      environment: 'node',
      include: ['packages/*/{src,test}/**/*.test.ts', 'apps/*/{src,test}/**/*.test.ts'],
      exclude: [...configDefaults.exclude, `${kit}/test/package/**`],
      globalSetup: ['./scripts/install-node-servers.ts'],
    },
  },
  {
    ...fromSource,
    plugins: [react()],
    test: {
      ...everyCore,
      testTimeout: HANGS,
      name: 'jsdom',
      environment: 'jsdom',
      include: ['packages/*/{src,test}/**/*.test.tsx'],
      setupFiles: [`${kit}/test/setup.ts`],
    },
  },
]

export default defineConfig({
  test: {
    projects: unitProjects,
    // Where an untested line could cost a person the code. Measured only by `pnpm test:coverage`.
    coverage: {
      include: ['packages/react-recovery-login/src/{protocol,challenge,capture,server,node}/*.ts'],
      exclude: ['**/*.fixture.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 98 },
    },
  },
})
