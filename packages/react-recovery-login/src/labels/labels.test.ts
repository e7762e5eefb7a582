import { describe, expect, it } from 'vitest'
import { englishLabels } from './english-labels.ts'
import { fillLabel } from './fill-label.ts'
import { germanLabels } from './german-labels.ts'
import { countedLabels, type FilledLabel, type Labels, type LabelValues } from './labels.ts'
import { splitMarkedRun } from './split-marked-run.ts'

/** Values for each label with a place. Typed, so that a new one can't be forgotten. */
const values: { readonly [Key in FilledLabel]: LabelValues<Key> } = {
  'form.hint': { count: 24 },
  'form.counter': { count: 20, length: 24 },
  'held.lead': { time: '14:05' },
  'form.deadline': { time: '14:05' },
  'form.length.title': { count: 22, length: 24 },
  'form.lookAlike.text': { characters: '0, I or O' },
  'form.appCode.text': { count: 24 },
  'form.limited.spoken': { count: 6 },
  'notice.cardTitle.site': { site: 'Fernhill' },
  'notice.date': { date: '24 November 2026' },
  'notice.enrol.date': { date: '24 November 2026' },
  'notice.codeName': { count: 6, size: 4 },
  'save.copyFailed.keys': { keys: 'Ctrl + C' },
  'save.downloadAsk.text': { file: 'codes [2].txt' },
  'save.printAsk.text': { count: 6 },
  'file.account': { account: 'mira@example.com' },
  'gate.checkbox': { date: '24 November 2026' },
  'gate.enrol.checkbox': { date: '24 November 2026' },
  'retype.mismatch': { group: 3 },
  'retype.short': { count: 5 },
  'unavailable.disabled.site': { site: 'Fernhill' },
}

const keys = Object.keys(englishLabels) as (keyof Labels)[]
const isFilled = (key: keyof Labels): key is FilledLabel => key in values
const valuesOf = (key: keyof Labels) => (isFilled(key) ? Object.values(values[key]) : [])

function textOf(labels: Labels, key: keyof Labels): string {
  return isFilled(key) ? fillWith(labels, key) : String(labels[key])
}

function fillWith<Key extends FilledLabel>(labels: Labels, key: Key): string {
  return fillLabel(labels, key, values[key])
}

describe.each([
  ['English', englishLabels, /\b(?:phones?|devices?|apps?|text message|computer|tablet)\b/i],
  ['German', germanLabels, /handy|telefon|gerät|smartphone|\bapp\b|\bSMS\b|computer|tablet/i],
] as const)('the %s labels', (_language, labels, namesADevice) => {
  it('have a text for every key, with all values filled in', () => {
    for (const key of keys) {
      const text = textOf(labels, key)
      expect(text.trim(), key).not.toBe('')
      expect(text, key).not.toMatch(/undefined|null|NaN|\{/)
      for (const value of valuesOf(key)) expect(text, key).toContain(String(value))
    }
  })

  it.each([
    ['jargon', /\bMFA\b|factor|faktor|token|grant|authenti[fcs]|challenge|credential/i],
    ['another name for the code', /backup|back-up|sicherungscode|notfallcode/i],
  ])('contain no %s', (_what, pattern) => {
    expect(keys.filter((key) => pattern.test(textOf(labels, key)))).toEqual([])
  })

  it('name a device or app only if it is meant', () => {
    expect(keys.filter((key) => namesADevice.test(textOf(labels, key)))).toEqual([
      'form.appCode.title',
      'form.appCode.text',
      'unavailable.googleAuthenticator',
    ])
  })

  it('mark at most one run, in the same texts as English', () => {
    for (const key of keys) {
      const { before, marked, after } = splitMarkedRun(textOf(labels, key))
      expect(before + after, key).not.toMatch(/[[\]]/)
      expect(marked === '', key).toBe(splitMarkedRun(textOf(englishLabels, key)).marked === '')
    }
  })

  it('have a language tag and a file name', () => {
    expect(Intl.getCanonicalLocales(labels.locale)).toEqual([labels.locale])
    expect(labels['file.name']).toMatch(/^[a-z-]+\.txt$/)
  })

  it('work without a site', () => {
    expect(labels['notice.cardTitle']).not.toMatch(/[{}]/)
    expect(labels['unavailable.disabled']).not.toMatch(/[{}]/)
  })

  it('are data: JSON in, JSON out', () => {
    expect(JSON.parse(JSON.stringify(labels))).toEqual(labels)
  })

  it('count in the labels that may have plural forms', () => {
    const counting = keys.filter((key) => JSON.stringify(labels[key]).includes('{count}'))
    expect(counting).toEqual(countedLabels)
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
  [englishLabels, 'form.length.title', 1, 'This code has 1 character, not 24'],
  [englishLabels, 'form.limited.spoken', 2, '2 minutes until you can try again.'],
  [englishLabels, 'retype.short', 1, '1 character is missing at the end.'],
  [englishLabels, 'retype.short', 2, '2 characters are missing at the end.'],
  [germanLabels, 'retype.short', 1, 'Am Ende fehlt 1 Zeichen.'],
  [germanLabels, 'retype.short', 2, 'Am Ende fehlen 2 Zeichen.'],
] as const)('count one and many', (labels, key, count, expected) => {
  expect(fillLabel(labels, key, { count, length: 24 })).toBe(expected)
})
