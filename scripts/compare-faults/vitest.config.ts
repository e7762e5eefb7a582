import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    root: import.meta.dirname,
    environment: 'jsdom',
    include: ['*.measure.{ts,tsx}'],
    // They wait rather than work.
    maxWorkers: 4,
    testTimeout: 120_000,
    // A host’s callback that throws is one of the faults.
    dangerouslyIgnoreUnhandledErrors: true,
  },
})
