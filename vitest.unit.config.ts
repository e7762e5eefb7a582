import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { fromSource } from './scripts/from-source.ts'

const kit = './packages/react-recovery-login'

/** Without the stories' browser beside them, tests may take every core. A group of its own: vitest asks for one with other workers. */
export const everyCore = { maxWorkers: availableParallelism(), sequence: { groupOrder: 1 } }

/** The projects that need no browser and no build: a configuration by itself for the matrix and for mutation testing. */
export const unitProjects: TestProjectInlineConfiguration[] = [
  {
    ...fromSource,
    test: {
      ...everyCore,
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
    // Where a line that no test reaches could cost a person the code. Measured by `pnpm test:coverage` alone.
    coverage: {
      include: ['packages/react-recovery-login/src/{protocol,challenge,server,node}/*.ts'],
      exclude: ['**/*.fixture.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 98 },
    },
  },
})
