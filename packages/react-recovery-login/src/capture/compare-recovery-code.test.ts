import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { englishLabels } from '../labels/english-labels.ts'
import { auth0RecoveryCodeFormat as format } from '../protocol/recovery-code-format.ts'
import { compareRecoveryCode, type RetypeResult } from './compare-recovery-code.ts'
import { savedText } from './saved-text.ts'

const { oldCode, newCode } = canaries
const groups = newCode.replaceAll(/(.{4})(?=.)/g, '$1-')
const change = (code: string, index: number) =>
  `${code.slice(0, index)}${code[index] === 'A' ? 'B' : 'A'}${code.slice(index + 1)}`
const date = new Date(Date.UTC(2026, 8, 12))
const saved = (code: string, account?: string) =>
  savedText(
    { site: 'Example', date, code, ...(account !== undefined && { account }) },
    englishLabels,
  )

test.each<[what: string, text: string, result: RetypeResult]>([
  ['the code', newCode, { verdict: 'same' }],
  ['in groups, lower case, with a line break', `${groups.toLowerCase()}\r\n`, { verdict: 'same' }],
  ['the saved file', saved(newCode, 'ada@example.com'), { verdict: 'same' }],
  [
    'the saved file of an account whose id is as long as a code',
    saved(newCode, 'auth0|64f1c2a9b3d4e5f60718293a'),
    { verdict: 'same' },
  ],
  ['the old code', oldCode, { verdict: 'old-code' }],
  ['the old code in groups', oldCode.replaceAll(/(.{4})/g, '$1 '), { verdict: 'old-code' }],
  ['the file of the old code', saved(oldCode), { verdict: 'old-code' }],
  ['nothing readable', ' – … ', { verdict: 'unreadable' }],
  [
    'some other text',
    'Dear Ada, here is what you asked for the other day. Yours, Grace',
    { verdict: 'unreadable' },
  ],
  ['only the beginning', newCode.slice(0, 20), { verdict: 'too-short', missing: 4 }],
  ['all but the last character', newCode.slice(0, -1), { verdict: 'too-short', missing: 1 }],
  ['only the end', newCode.slice(4), { verdict: 'different', group: 1 }],
  ['one character too many', `${newCode}A`, { verdict: 'different', group: 6 }],
])('%s', (_what, text, result) => {
  expect(compareRecoveryCode(text, newCode, oldCode, format)).toEqual(result)
})

test.each(Array.from({ length: 24 }, (_, index) => index))(
  'a wrong character at %i names its group',
  (index) => {
    expect(compareRecoveryCode(change(newCode, index), newCode, oldCode, format)).toEqual({
      verdict: 'different',
      group: Math.floor(index / 4) + 1,
    })
  },
)

it('without an old code, another whole code is a different one', () => {
  expect(compareRecoveryCode(oldCode, newCode, undefined, format)).toMatchObject({
    verdict: 'different',
  })
})

it('if the server issued the same code again, it is the same, not the old one', () => {
  expect(compareRecoveryCode(newCode, newCode, newCode, format)).toEqual({ verdict: 'same' })
})

it('N6 any text is the same only if every letter and digit is', () => {
  const letters = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const near = fc.integer({ min: 0, max: 23 }).map((at) => change(newCode, at))
  fc.assert(
    fc.property(fc.oneof(fc.string(), near, fc.constant(groups)), (text) => {
      const { verdict } = compareRecoveryCode(text, newCode, oldCode, format)
      expect(verdict === 'same').toBe(letters(text).includes(newCode))
    }),
    { numRuns: 2000 },
  )
})

describe('N9 a code that does not fit the format is compared too', () => {
  const odd = { length: 24, alphabet: 'ABC', groupSize: 4 }
  test.each([
    ['a lower-case code', newCode.toLowerCase()],
    ['a code with hyphens', groups],
    ['a code of another length', 'ABCDE-12345'],
    ['a code with signs', 'a_b+c/d='],
  ])('%s', (_what, code) => {
    expect(compareRecoveryCode(code, code, oldCode, odd).verdict).toBe('same')
    expect(compareRecoveryCode(code.slice(0, -3), code, oldCode, odd).verdict).toBe('too-short')
  })
})
