import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import addonVitest from '@storybook/addon-vitest'
import { definePreview } from '@storybook/react-vite'
import addonMsw from 'msw-storybook-addon'
import { Frame } from './frame.tsx'
import { labelsOf } from './locales.ts'
import { answerLogin, withLogin } from './login.tsx'
import { startWorker } from './start-worker.ts'
import { globalTypes, initialGlobals, type Globals } from './toolbars.ts'
import 'react-recovery-login/styles.css'
import 'react-recovery-login/themes/default.css'
import 'react-recovery-login/themes/high-contrast.css'
import 'react-recovery-login/themes/paper.css'
import 'react-recovery-login/themes/round.css'
import 'react-recovery-login/themes/shadcn.css'
import './shadcn-variables.css'
import './frame.css'

/** Docstrings without their tags, which would run together on one line. The types lack this option. */
const docstrings: object = {
  extractComponentDescription: (component?: object) =>
    component && Reflect.get(component, '__docgenInfo')?.description?.split(/^@/m)[0],
}

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonVitest(), addonMsw(startWorker)],
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: docstrings,
    options: {
      storySort: {
        order: [
          'Getting started',
          'Anatomy',
          'Theming',
          'Styling',
          'Labels',
          'Recipes',
          'Guides',
          'Errors',
          'Accessibility',
          'Mocking with msw',
          'RecoveryCodeChallenge',
          'Components',
          'Screens',
          'Journeys',
          'Headless',
        ],
      },
    },
  },
  beforeEach: answerLogin,
  decorators: [
    withLogin,
    (Story, { args, globals }) => (
      <Story args={{ ...args, labels: { ...labelsOf(globals), ...args['labels'] } }} />
    ),
    (Story, { globals, viewMode }) => (
      <Frame globals={globals as Globals} view={viewMode}>
        <Story />
      </Frame>
    ),
  ],
})
