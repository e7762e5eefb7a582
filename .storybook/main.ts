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
  // Not react-docgen-typescript: TypeScript 7 has no JavaScript API.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true },
  // Serves msw's worker and adds it to the static build, so no copy is kept here.
  viteFinal: (config) => ({
    ...config,
    resolve: { ...config.resolve, ...fromSource.resolve },
    plugins: [...(config.plugins ?? []), msw({ mode: 'worker-only' })],
  }),
})
