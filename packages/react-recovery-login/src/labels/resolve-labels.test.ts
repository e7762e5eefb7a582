import { expect, it } from 'vitest'
import { englishLabels } from './english-labels.ts'
import { fillLabel } from './fill-label.ts'
import { formatDate } from './format-date.ts'
import { germanLabels } from './german-labels.ts'
import { resolveLabels } from './resolve-labels.ts'

it('is English if nothing is given', () => {
  expect(resolveLabels(undefined)).toBe(englishLabels)
  expect(resolveLabels({})).toEqual(englishLabels)
})

it('takes what is given and English for the rest', () => {
  const labels = resolveLabels({ 'form.heading': 'Got your code?' })
  expect(labels['form.heading']).toBe('Got your code?')
  expect(labels['form.submit']).toBe(englishLabels['form.submit'])
  expect(resolveLabels(germanLabels)).toEqual(germanLabels)
})

it('gives the same object for the same texts', () => {
  const given = { 'form.heading': 'Got your code?' }
  expect(resolveLabels(given)).toBe(resolveLabels(given))
})

it('counts a key without a value as not given', () => {
  const labels = resolveLabels({ 'form.heading': undefined, 'notice.codeName': undefined })
  expect(labels['form.heading']).toBe('Enter your recovery code')
  expect(fillLabel(labels, 'notice.codeName', { count: 6, size: 4 })).toBe(
    'New recovery code, 6 groups of 4',
  )
})

it.each(['de_DE', '', 'not a tag'])(
  'formats dates even if the locale is %j, which is not a tag',
  (locale) => {
    const labels = resolveLabels({ ...germanLabels, locale })
    expect(formatDate(Date.UTC(2026, 10, 24, 12), labels)).toBe('November 24, 2026')
    expect(labels['form.submit']).toBe('Weiter')
  },
)
