import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { proves, runs } from '#test/faults/runs.ts'
import { englishLabels } from '../labels/english-labels.ts'
import { germanLabels } from '../labels/german-labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import {
  auth0RecoveryCodeFormat,
  type RecoveryCodeFormat,
} from '../protocol/recovery-code-format.ts'
import { compareRecoveryCode } from './compare-recovery-code.ts'
import { savedText } from './saved-text.ts'

const { newCode } = canaries
const date = new Date(2026, 8, 12)

it('says what it is, whose and from when, the code on its own line, and that it works once', () => {
  const text = savedText(
    { site: 'Example', account: 'ada@example.com', date, code: newCode },
    englishLabels,
  )
  expect(text).toBe(
    [
      'Example recovery code',
      'Account: ada@example.com',
      'New on September 12, 2026',
      '',
      newCode,
      '',
      'Works once. Replaces every earlier code. Keep it where only you can find it.',
      '',
    ].join('\n'),
  )
})

it.each([{}, { account: '' }, { site: '\n', account: '\u200b' }])(
  'leaves no empty line for %o',
  (context) => {
    const [title, when] = savedText({ ...context, date, code: newCode }, englishLabels).split('\n')
    expect([title, when]).toEqual(['Recovery code', 'New on September 12, 2026'])
  },
)

const lettersAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const formats: readonly RecoveryCodeFormat[] = [
  auth0RecoveryCodeFormat,
  // In these, a heading, the date or "Konto: Anton" may have a code's characters and length.
  { length: 24, alphabet: lettersAndDigits, groupSize: 4 },
  { length: 20, alphabet: lettersAndDigits, groupSize: 5 },
  { length: 10, alphabet: lettersAndDigits, groupSize: 5 },
]
const codeOf = ({ length }: RecoveryCodeFormat, alphabet = lettersAndDigits) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })
const anyCode = fc.constantFrom(...formats).chain((format) => codeOf(format))
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.emailAddress(),
  anyCode,
  anyCode.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-')),
  // A name on several lines, with a code on one of them.
  fc
    .tuple(fc.string(), fc.constantFrom('\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085'), anyCode)
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'Maximilian Freudenberg-Ost',
    'auth0|5f7c8ec7c33c6c004bbafe82',
    'auth0|64f1c2a9b3d4e5f60718293a',
    fullWidth('Schmetterlingsverehrerin'),
    'A recovery code of the Example',
    'Example Bank',
    'Anton',
    '1: 2. 3)',
    '1: K6LG-LV3R-SH3V-ERMK-ET8L-7QKU',
    '\u202eמשה כהן\u202c',
    '\u200bK6LGLV3RSH3VERMKET8L7QKU\u200b',
    'A'.repeat(30_000),
    'Ada\ud83d',
    '\ufffd',
  ),
)

it.for([
  ['English', englishLabels],
  ['German', germanLabels],
] as const)(
  'H17 the file reads back, whatever site and account are called, in %s',
  { timeout: 60_000 },
  ([, labels], test) => {
    const tries = runs(10_000, 1_000)
    const formatAndCode = fc
      .constantFrom(...formats)
      .chain((format) => fc.tuple(fc.constant(format), codeOf(format, format.alphabet)))
    fc.assert(
      fc.property(anyName, anyName, formatAndCode, (site, account, [format, code]) => {
        const text = savedText({ site, account, date, code }, labels)
        const read = new TextDecoder().decode(new TextEncoder().encode(text))
        expect(read, 'U+FFFD is how the field detects what is not text').not.toContain('\ufffd')
        for (const kept of [read, read.replaceAll('\n', '\r\n')]) {
          expect(normalizeRecoveryCode(kept, format)).toBe(code)
          expect(inspectRecoveryCode(kept, format).verdict).toBe('complete')
          expect(compareRecoveryCode(kept, code, newCode, format).verdict).toBe('same')
        }
      }),
      { numRuns: tries },
    )
    proves(test, ['N7', 'N8'], `${tries} sites and accounts → ${tries} files that read back`)
  },
)

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  )
}
