import fc from 'fast-check'
import { expect, it } from 'vitest'
import { englishLabels } from './english-labels.ts'
import { fillLabel } from './fill-label.ts'
import type { Labels, PartialLabels } from './labels.ts'
import { resolveLabels } from './resolve-labels.ts'

const dictionary = (labels: PartialLabels): Labels => resolveLabels(labels)

const polish = dictionary({
  locale: 'pl',
  'retype.short': {
    one: 'Brakuje {count} znaku.',
    few: 'Brakuje {count} znaków (few).',
    many: 'Brakuje {count} znaków (many).',
    other: 'Brakuje {count} znaku (other).',
  },
})
const arabic = dictionary({
  locale: 'ar-EG',
  'retype.short': {
    zero: 'صفر {count}',
    one: 'حرف واحد',
    two: 'حرفان',
    few: '{count} أحرف',
    many: '{count} حرفًا',
    other: '{count} حرف',
  },
})

it.each([
  [polish, 1, 'Brakuje 1 znaku.'],
  [polish, 3, 'Brakuje 3 znaków (few).'],
  [polish, 5, 'Brakuje 5 znaków (many).'],
  [polish, 22, 'Brakuje 22 znaków (few).'],
  [arabic, 0, 'صفر ٠'],
  [arabic, 1, 'حرف واحد'],
  [arabic, 2, 'حرفان'],
  [arabic, 3, '٣ أحرف'],
  [arabic, 11, '١١ حرفًا'],
  [arabic, 100, '١٠٠ حرف'],
] as const)('uses the language’s plural form, row %#', (labels, count, text) => {
  expect(fillLabel(labels, 'retype.short', { count })).toBe(text)
})

it('writes a number without separators', () => {
  expect(fillLabel(englishLabels, 'form.counter', { count: 1200, length: 24 })).toBe('1200 of 24')
})

it('leaves braces and signs in a value as they are', () => {
  expect(fillLabel(englishLabels, 'file.account', { account: '{account} $& [x]' })).toBe(
    'Account: {account} $& [x]',
  )
})

it.each([
  ['an unknown place', { 'form.deadline': 'Bis {tiem}.' }],
  ['a name that every object has', { 'form.deadline': 'Bis {constructor}.' }],
  ['a function, as labels once were', { 'form.deadline': () => 'Bis' }],
  ['null', { 'form.deadline': null }],
  ['plural forms without a count', { 'form.deadline': { other: 'Bis {time}' } }],
])('falls back to English for %s', (_what, broken) => {
  const labels = dictionary(JSON.parse(JSON.stringify(broken)))
  expect(fillLabel(labels, 'form.deadline', { time: '14:05' })).toBe(
    'This sign-in stays open until about 14:05.',
  )
})

it.each([{ one: '{count} Zeichen' }, { other: 5 }, [], {}])(
  'falls back to English for forms without a usable `other`: %j',
  (broken) => {
    const labels = dictionary(JSON.parse(JSON.stringify({ 'retype.short': broken })))
    const text = fillLabel(labels, 'retype.short', { count: 7 })
    expect(text).toBe('7 characters are missing at the end.')
  },
)

it('takes `other` if the category is missing, and no form from a polluted prototype', () => {
  const labels = dictionary({ 'retype.short': { other: 'noch {count}' } })
  Reflect.set(Object.prototype, 'one', 'polluted')
  try {
    expect(fillLabel(labels, 'retype.short', { count: 1 })).toBe('noch 1')
  } finally {
    Reflect.deleteProperty(Object.prototype, 'one')
  }
})

it('forms that are no texts, nor can be made one, are taken from English', () => {
  const labels = { 'retype.short': { other: { toString: '' } } } as unknown
  expect(fillLabel(labels as Labels, 'retype.short', { count: 3 })).toBe(
    fillLabel(englishLabels, 'retype.short', { count: 3 }),
  )
})

it('never throws and always returns a text, whatever the dictionary', () => {
  const label = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.constantFrom('{count', '{}', '{{count}}', '{count, plural, other {#}}', '}{', '{__proto__}'),
    fc.record({ one: fc.anything(), other: fc.anything() }, { requiredKeys: [] }),
  )
  const dictionaries = fc.record(
    { locale: fc.anything(), 'form.counter': label, 'retype.short': label, 'gate.checkbox': label },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(dictionaries, fc.anything(), (broken, value) => {
      for (const labels of [broken as Labels, resolveLabels(broken as PartialLabels)]) {
        const count = Number.isFinite(value) ? Number(value) : 3
        expect(typeof fillLabel(labels, 'form.counter', { count, length: 24 })).toBe('string')
        expect(typeof fillLabel(labels, 'retype.short', { count })).toBe('string')
        expect(typeof fillLabel(labels, 'gate.checkbox', { date: '1' })).toBe('string')
      }
    }),
  )
})
