import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/headless.ts', 'src/protocol.ts', 'src/server.ts', 'src/mocks.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  // One file per source file, so that each keeps its own 'use client' or none.
  unbundle: true,
  checks: { moduleLevelDirective: false },
})
