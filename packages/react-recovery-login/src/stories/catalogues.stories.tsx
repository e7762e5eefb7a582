import { setupI18n } from '@lingui/core'
import { createInstance } from 'i18next'
import { createIntl } from 'react-intl'
import type { StoryContext } from '@storybook/react-vite'
import { RecoveryCodeForm } from 'react-recovery-login'
import { fn } from 'storybook/test'
import { fromI18next } from '../../../../.storybook/from-i18next.ts'
import { fromLingui } from '../../../../.storybook/from-lingui.ts'
import { fromReactIntl } from '../../../../.storybook/from-react-intl.ts'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { format, issuedAt, recoveryCode } from '../../../../.storybook/samples.ts'

/** The prompt in the words of a translator's catalogue: each library's own messages become labels. */
const meta = preview.meta({
  title: 'Journeys/From a catalogue',
  component: RecoveryCodeForm,
  args: {
    verifying: false,
    slow: false,
    afterUnknown: false,
    maybeLocked: false,
    format,
    now: () => issuedAt,
    onSubmit: fn(async () => ({ used: false })),
  },
})

/** Two codes that are too short, and what is said of each: a text with places, in two plural forms. */
function saysOfShortCodes(
  field: string,
  submit: string,
  ...titles: readonly [of20: string, of22: string]
): (context: StoryContext) => Promise<void> {
  return async (context) => {
    const { pastes, presses, sees } = personIn(context)
    for (const [at, title] of titles.entries()) {
      await context.userEvent.clear(context.canvas.getByRole('textbox', { name: field }))
      await pastes(recoveryCode.slice(0, 20 + 2 * at), field)
      await presses(submit)
      await sees(title)
    }
  }
}

const i18next = createInstance()
await i18next.init({
  lng: 'de',
  resources: {
    de: {
      recovery: {
        'form.heading': 'Gib deinen Code ein',
        'form.lead': 'Nimm den Code, den du für diesen Fall aufbewahrt hast.',
        'form.label': 'Dein Code',
        'form.hint': '{{count}} Buchstaben und Ziffern.',
        'form.counter': '{{count}} von {{length}}',
        'form.advice': 'Ein Code gilt nur einmal. Danach bekommst du einen neuen.',
        'form.submit': 'Weiter',
        'form.length.title_one': 'Das ist nur ein Zeichen, nicht {{length}}',
        'form.length.title_other': 'Das sind {{count}} Zeichen, nicht {{length}}',
        'form.length.text': 'Vielleicht fehlt der Anfang oder das Ende.',
        'form.sendAnyway': 'Trotzdem senden',
      },
    },
  },
})

export const I18next = meta.story({
  name: 'i18next, German',
  args: { labels: fromI18next(i18next, 'recovery') },
  play: saysOfShortCodes(
    'Dein Code',
    'Weiter',
    'Das sind 20 Zeichen, nicht 24',
    'Das sind 22 Zeichen, nicht 24',
  ),
})

const intl = createIntl({
  locale: 'pl',
  messages: {
    'form.heading': 'Podaj swój kod',
    'form.lead': 'Użyj kodu, który masz na taką chwilę.',
    'form.label': 'Kod odzyskiwania',
    'form.hint': '{count, plural, one {# znak} few {# znaki} other {# znaków}}',
    'form.counter': '{count} z {length}',
    'form.advice': 'Kod działa raz. Potem dostaniesz nowy.',
    'form.submit': 'Dalej',
    'form.length.title':
      '{count, plural, one {Ten kod ma # znak, a nie {length}} few {Ten kod ma # znaki, a nie {length}} other {Ten kod ma # znaków, a nie {length}}}',
    'form.length.text': 'Może brakować początku lub końca.',
    'form.sendAnyway': 'Wyślij mimo to',
  },
})

export const ReactIntl = meta.story({
  name: 'react-intl, Polish',
  args: { labels: fromReactIntl(intl) },
  play: saysOfShortCodes(
    'Kod odzyskiwania',
    'Dalej',
    'Ten kod ma 20 znaków, a nie 24',
    'Ten kod ma 22 znaki, a nie 24',
  ),
})

const lingui = setupI18n({
  locale: 'de',
  messages: {
    de: {
      'form.heading': 'Her mit dem Code',
      'form.lead': 'Den, der für solche Tage in der Schublade liegt.',
      'form.label': 'Der Code',
      'form.hint': [['count'], ' Buchstaben und Ziffern.'],
      'form.counter': [['count'], ' von ', ['length']],
      'form.advice': 'Er gilt einmal. Danach kommt ein neuer.',
      'form.submit': 'Weiter',
      'form.length.title': [
        [
          'count',
          'plural',
          {
            one: ['Nur ein Zeichen statt ', ['length']],
            other: ['#', ' Zeichen statt ', ['length']],
          },
        ],
      ],
      'form.length.text': 'Vielleicht fehlt der Anfang oder das Ende.',
      'form.sendAnyway': 'Trotzdem senden',
    },
  },
})

export const Lingui = meta.story({
  name: 'Lingui, German',
  args: { labels: fromLingui(lingui) },
  play: saysOfShortCodes('Der Code', 'Weiter', '20 Zeichen statt 24', '22 Zeichen statt 24'),
})
