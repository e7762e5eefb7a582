import { describe, expect, it } from 'vitest'
import { englishLabels, type Labels } from './english-labels.ts'
import { germanLabels } from './german-labels.ts'
import { splitMarkedRun } from './split-marked-run.ts'

/** What each label with a part that changes is filled with. Typed, so that a new one cannot be forgotten. */
const values: {
  readonly [Key in keyof Labels as Labels[Key] extends string ? never : Key]: Labels[Key] extends (
    ...parts: infer Parts
  ) => string
    ? Parts
    : never
} = {
  'form.hint': [24],
  'form.counter': [20, 24],
  'form.deadline': ['14:05'],
  'form.length.title': [22, 24],
  'form.lookAlike.text': ['0, I or O'],
  'form.appCode.text': [24],
  'form.limited.spoken': [6],
  'notice.cardTitle': ['Fernhill'],
  'notice.date': ['24 November 2026'],
  'notice.enrol.date': ['24 November 2026'],
  'notice.codeName': [6, 4],
  'save.copyFailed.keys': ['Ctrl + C'],
  'save.downloadAsk.text': ['codes [2].txt'],
  'save.printAsk.text': [6],
  'file.account': ['mira@example.com'],
  'gate.checkbox': ['24 November 2026'],
  'gate.enrol.checkbox': ['24 November 2026'],
  'retype.mismatch': [3],
  'retype.short': [5],
  'unavailable.disabled': ['Fernhill'],
}

const keys = Object.keys(englishLabels) as (keyof Labels)[]
const valuesOf: { readonly [key: string]: readonly unknown[] | undefined } = values

function textOf(labels: Labels, key: keyof Labels): string {
  const label = labels[key]
  return typeof label === 'string'
    ? label
    : String(Reflect.apply(label, undefined, [...(valuesOf[key] ?? [])]))
}

describe.each([
  ['English', englishLabels, /\b(?:phones?|devices?|apps?|text message|computer|tablet)\b/i],
  ['German', germanLabels, /handy|telefon|gerät|smartphone|\bapp\b|\bSMS\b|computer|tablet/i],
] as const)('the %s labels', (_language, labels, namesAThing) => {
  it('say something for every key, with all that is filled in', () => {
    for (const key of keys) {
      const text = textOf(labels, key)
      expect(text.trim(), key).not.toBe('')
      expect(text, key).not.toMatch(/undefined|null|NaN|\{/)
      for (const value of valuesOf[key] ?? []) expect(text, key).toContain(String(value))
    }
  })

  it.each([
    ['jargon', /\bMFA\b|factor|faktor|token|grant|authenti[fcs]|challenge|credential/i],
    ['another name for the code', /backup|back-up|sicherungscode|notfallcode/i],
  ])('hold no %s', (_what, pattern) => {
    expect(keys.filter((key) => pattern.test(textOf(labels, key)))).toEqual([])
  })

  it('name a thing only where that thing is meant', () => {
    expect(keys.filter((key) => namesAThing.test(textOf(labels, key)))).toEqual([
      'form.appCode.title',
      'form.appCode.text',
      'unavailable.googleAuthenticator',
    ])
  })

  it('set at most one run apart, in the same texts as English', () => {
    for (const key of keys) {
      const { before, marked, after } = splitMarkedRun(textOf(labels, key))
      expect(before + after, key).not.toMatch(/[[\]]/)
      expect(marked === '', key).toBe(splitMarkedRun(textOf(englishLabels, key)).marked === '')
    }
  })

  it('give a language tag and a file name', () => {
    expect(Intl.getCanonicalLocales(labels.locale)).toEqual([labels.locale])
    expect(labels['file.name']).toMatch(/^[a-z-]+\.txt$/)
  })

  it('do without a site', () => {
    expect(labels['notice.cardTitle'](undefined)).not.toMatch(/undefined| {2}|^ | $/)
    expect(labels['unavailable.disabled'](undefined)).not.toMatch(/undefined| {2}|^ | $/)
  })
})

it('have the same keys, and a German text for each', () => {
  expect(Object.keys(germanLabels)).toEqual(keys)
  expect(keys.filter((key) => textOf(germanLabels, key) === textOf(englishLabels, key))).toEqual([
    // A Mac's keyboard.
    'save.keys.command',
  ])
})

it.each([
  [englishLabels['form.length.title'](1, 24), 'This code has 1 character, not 24'],
  [englishLabels['form.limited.spoken'](1), 'Less than a minute until you can try again.'],
  [englishLabels['form.limited.spoken'](2), '2 minutes until you can try again.'],
  [englishLabels['retype.short'](1), '1 character is missing at the end.'],
  [englishLabels['retype.short'](2), '2 characters are missing at the end.'],
  [germanLabels['form.limited.spoken'](1), 'Weniger als eine Minute bis zum nächsten Versuch.'],
  [germanLabels['retype.short'](1), 'Am Ende fehlt 1 Zeichen.'],
  [germanLabels['retype.short'](2), 'Am Ende fehlen 2 Zeichen.'],
])('count one and many: %s', (text, expected) => {
  expect(text).toBe(expected)
})
