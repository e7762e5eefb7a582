import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { fromSource } from '../from-source.ts'

export default defineConfig({
  ...fromSource,
  plugins: [react()],
  test: {
    root: import.meta.dirname,
    environment: 'jsdom',
    include: ['*.measure.{ts,tsx}'],
    // They mostly wait.
    maxWorkers: 4,
    testTimeout: 120_000,
    // A host’s callback that throws is one of the faults.
    dangerouslyIgnoreUnhandledErrors: true,
  },
})
