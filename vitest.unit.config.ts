import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { fromSource } from './scripts/from-source.ts'

const kit = './packages/react-recovery-login'

/** The projects that need no browser and no build: a configuration by itself for the matrix and for mutation testing. */
export const unitProjects: TestProjectInlineConfiguration[] = [
  {
    ...fromSource,
    test: {
      name: 'node',
      environment: 'node',
      include: ['packages/*/{src,test}/**/*.test.ts', 'apps/*/{src,test}/**/*.test.ts'],
      exclude: [...configDefaults.exclude, `${kit}/test/package/**`],
    },
  },
  {
    ...fromSource,
    plugins: [react()],
    test: {
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
