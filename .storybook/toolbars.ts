import type { Preview } from '@storybook/react-vite'
import type { ScenarioName } from 'react-recovery-login/mocks'

const scenarios: Readonly<Record<ScenarioName, string>> = {
  success: 'Success',
  'no-new-code': 'No new code',
  'wrong-code': 'Wrong code',
  'rate-limited': 'Too many tries',
  expired: 'Sign-in expired',
  'another-factor': 'Another factor',
  denied: 'Denied by the tenant',
  'not-enabled': 'Grant not enabled',
  'not-sent': 'Handler refuses',
  'server-error': 'Server error',
  html: 'A page in place of an answer',
  empty: 'Empty answer',
  'cut-off': 'Answer cut off after the code',
  'network-down': 'Network down',
  'never-answers': 'Never answers',
  slow: 'Slow',
  held: 'Answer held, same code again',
  'lost-found': 'Answer lost, and found',
  'lost-looking': 'Answer lost, looked for',
  'lost-not-found': 'Answer lost, not found',
}

/** What the toolbar sets, and the defaults. */
export const initialGlobals = {
  scheme: 'system',
  theme: 'default',
  direction: 'ltr',
  locale: 'english',
  layout: 'card',
  scenario: 'success',
}

export type Globals = Readonly<typeof initialGlobals>

export const globalTypes = {
  scheme: toolbar('Scheme', 'contrast', { system: 'As the system', light: 'Light', dark: 'Dark' }),
  theme: toolbar('Theme', 'paintbrush', {
    default: 'Default',
    'high-contrast': 'High contrast',
    paper: 'Paper',
    round: 'Round',
    shadcn: 'shadcn/ui variables',
  }),
  direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  locale: toolbar('Locale', 'globe', { english: 'English', german: 'Deutsch', pseudo: 'Pseudo' }),
  layout: toolbar('Layout', 'component', { card: 'Card', page: 'Page', dialog: 'Dialog' }),
  scenario: toolbar('Scenario', 'lightning', scenarios),
}

type Toolbar = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>

function toolbar(title: string, icon: Toolbar['icon'], choices: Readonly<Record<string, string>>) {
  const items = Object.entries(choices).map(([value, title]) => ({ value, title }))
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } }
}
