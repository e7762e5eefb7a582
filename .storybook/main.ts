import { defineMain } from '@storybook/react-vite/node'
import { msw } from 'msw/vite'
import { fromSource } from '../scripts/from-source.ts'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../docs/**/*.mdx', '../packages/react-recovery-login/src/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
  ],
  // The one that needs no TypeScript: version 7 has no API for the other.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true },
  // Serves msw's worker and puts it into the static build: no copy of it is kept here.
  viteFinal: (config) => ({
    ...config,
    resolve: { ...config.resolve, ...fromSource.resolve },
    plugins: [...(config.plugins ?? []), msw({ mode: 'worker-only' })],
  }),
})
