import { defineMain } from '@storybook/react-vite/node'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../*.stories.tsx'],
  staticDirs: ['../public'],
  addons: ['msw-storybook-addon'],
  core: { disableTelemetry: true },
})
