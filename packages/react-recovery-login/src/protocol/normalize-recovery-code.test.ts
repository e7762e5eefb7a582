import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { normalizeRecoveryCode } from './normalize-recovery-code.ts'
import { auth0RecoveryCodeFormat } from './recovery-code-format.ts'

const CODE = 'K6LGLV3RSH3VERMKET8L7QKU'
const GROUPS = 'K6LG-LV3R-SH3V-ERMK-ET8L-7QKU'
const OTHER = 'N3BGPZZWJ85JLCNPZBDW6QXC'
const savedFile = (heading: string, account: string, code: string) =>
  `${heading}\r\n${account}\r\n12 September 2026\r\n\r\n${code}\r\n\r\nStore it where you find it without your phone. It works once.\r\n`

describe('reads the same code from', () => {
  test.each<[what: string, text: string]>([
    ['the code itself', CODE],
    ['lower case', CODE.toLowerCase()],
    ['hyphens', GROUPS],
    ['spaces', GROUPS.replaceAll('-', ' ')],
    ['en dashes', GROUPS.replaceAll('-', '–')],
    ['em dashes', GROUPS.replaceAll('-', '—')],
    ['non-breaking hyphens', GROUPS.replaceAll('-', '\u2011')],
    ['minus signs', GROUPS.replaceAll('-', '\u2212')],
    ['dots', GROUPS.replaceAll('-', '.')],
    ['underscores', GROUPS.replaceAll('-', '_')],
    ['slashes', GROUPS.replaceAll('-', ' / ')],
    ['non-breaking spaces', GROUPS.replaceAll('-', '\u00A0')],
    ['ideographic spaces', GROUPS.replaceAll('-', '\u3000')],
    ['tabs', GROUPS.replaceAll('-', '\t')],
    ['zero-width spaces between all characters', [...CODE].join('\u200B')],
    [
      'a word joiner, a soft hyphen and a byte order mark',
      `\uFEFF${CODE.slice(0, 9)}\u2060\u00AD${CODE.slice(9)}`,
    ],
    ['bidirectional marks around it', `\u202D${CODE}\u202C`],
    ['full-width letters and digits', fullWidth(CODE)],
    ['full-width letters, lower case, with full-width hyphens', fullWidth(GROUPS.toLowerCase())],
    ['a trailing line break', `${CODE}\r\n`],
    ['line breaks between the groups', GROUPS.replaceAll('-', '\n')],
    ['two lines', `${CODE.slice(0, 12)}\n${CODE.slice(12)}`],
    ['line breaks within a group', `${CODE.slice(0, 7)}\n${CODE.slice(7, 18)}\n${CODE.slice(18)}`],
    ['straight quotes', `"${CODE}"`],
    ['curly quotes', `“${GROUPS}”`],
    ['angle quotes', `«${CODE}»`],
    ['back ticks', `\`${CODE}\``],
    ['brackets', `[${CODE}]`],
    ['a trailing full stop', `${GROUPS}.`],
    ['quotes and a full stop', `“${CODE}”.`],
    ['the prefix 1:', `1: ${CODE}`],
    ['the prefix 2.', `2. ${GROUPS}`],
    ['the prefix 3)', `3) ${GROUPS.replaceAll('-', ' ')}`],
    ['the prefix 10: after spaces', `  10: ${GROUPS}`],
    ['a prefix without a space', `1.${CODE}`],
    ['a bullet', `• ${CODE}`],
    ['a label', `Recovery code: ${CODE}`],
    ['a label and groups', `Recovery code: ${GROUPS}`],
    ['a label with minus signs', `Recovery code: ${GROUPS.replaceAll('-', '\u2212')}`],
    ['a sentence', `My recovery code is ${CODE}, I think.`],
    ['a sentence with groups', `My recovery code is ${GROUPS}, I think.`],
    [
      'groups over three lines among words',
      'Your code:\nK6LG LV3R\nSH3V ERMK\nET8L 7QKU\nIt works once.',
    ],
    ['JSON', `{"recovery_code":"${CODE}"}`],
    ['the same code twice', `${CODE}\n${GROUPS}`],
    ['a saved file', savedFile('Recovery code for Acme', 'kim@example.com', CODE)],
    ['a saved file with groups', savedFile('Recovery code for Acme', 'kim@example.com', GROUPS)],
    [
      'a saved file flattened into one line',
      savedFile('Recovery code for Acme', 'kim@example.com', GROUPS).replaceAll('\r\n', ' '),
    ],
    // Auth0's user ids also have 24 characters.
    [
      'a saved file whose account is a user id',
      savedFile('Recovery code for Acme', 'auth0|5f7c8ec7c33c6c4bbafe8254', CODE),
    ],
    [
      'the same with groups',
      savedFile('Recovery code for Acme', 'auth0|5f7c8ec7c33c6c004bbafe82', GROUPS),
    ],
    // 24 letters.
    [
      'a saved file whose heading is as long as a code',
      savedFile('Recovery code for Example Co', 'kim', GROUPS),
    ],
  ])('%s', (_what, text) => {
    expect(normalizeRecoveryCode(text)).toBe(CODE)
  })

  it('a code with characters the issuer is not known to use', () => {
    const odd = 'O6LGLV3RSH3VERMKET8L7QK0'
    expect(normalizeRecoveryCode(savedFile('Recovery code for Example Co', 'kim', odd))).toBe(odd)
    expect(normalizeRecoveryCode(savedFile('Acme', 'auth0|5f7c8ec7c33c6c4bbafe8254', odd))).toBe(
      odd,
    )
    expect(normalizeRecoveryCode(`Recovery code: ${odd}`)).toBe(odd)
  })
})

describe('guesses nothing in', () => {
  test.each<[what: string, text: string, kept: string]>([
    ['nothing', '', ''],
    ['white space', ' \t\r\n\u00A0\u200B', ''],
    ['only separators', '--.. —', ''],
    ['too little', 'k6lg-lv3r', 'K6LGLV3R'],
    ['too little with a list prefix', '1: k6lg-lv3r', 'K6LGLV3R'],
    ['too little with a prefix of two digits', '12: k6lg-lv3r', 'K6LGLV3R'],
    ['a list with one character missing', `1: ${CODE.slice(1)}`, CODE.slice(1)],
    ['too much', `${CODE}7`, `${CODE}7`],
    ['look-alikes, which are kept', '0O1I-L', '0O1IL'],
    ['six digits', '123 456', '123456'],
    ['words that could be a group', 'SAVE K6LG LV3R SH3V ERMK ET8L 7QKU', `SAVE${CODE}`],
    ['such words after it', `${GROUPS}\nKEEP it safe`.replaceAll('-', '\n'), `${CODE}KEEPITSAFE`],
    ['two codes', `${CODE} ${OTHER}`, CODE + OTHER],
    ['a list of two codes', `1: ${GROUPS}\n2: ${OTHER}`, `${CODE}2${OTHER}`],
    [
      'two codes with different separators',
      `${CODE}\n${OTHER.replaceAll(/(.{4})/g, '$1 / ')}`,
      CODE + OTHER,
    ],
    ['an old and a new code', `old: ${OTHER}\nnew: ${GROUPS}`, `OLD${OTHER}NEW${CODE}`],
    ['letters of other scripts', 'код ключ', 'КОДКЛЮЧ'],
    ['letters that become two', 'ß ﬁ', 'SSFI'],
    ['emoji', '🔑 K6LG 🔑', 'K6LG'],
    ['a number among words, which is not a list prefix', 'flat 12. left', 'FLAT12LEFT'],
    ['a number at the end of a word', 'A12. left', 'A12LEFT'],
  ])('%s', (_what, text, kept) => {
    expect(normalizeRecoveryCode(text)).toBe(kept)
  })
})

describe('another format', () => {
  const format = { length: 10, alphabet: '0123456789ABCDEF', groupSize: 5 }
  test.each<[what: string, text: string]>([
    ['alone', 'a1b2c-d3e4f'],
    ['after a label', 'Code: A1B2C D3E4F'],
    ['on its own line', 'Acme\nA1B2CD3E4F\nkeep it'],
  ])('%s', (_what, text) => {
    expect(normalizeRecoveryCode(text, format)).toBe('A1B2CD3E4F')
  })

  it('has its own length', () => {
    expect(normalizeRecoveryCode(`x ${CODE} y`, format)).toBe(`X${CODE}Y`)
  })
})

const character = fc.constantFrom(...auth0RecoveryCodeFormat.alphabet)
// No full stop among them: a leading "1. " is a list prefix.
const separator = fc.constantFrom(...' \t\r\n-_–—‑−/\u00A0\u00AD\u200B\u200D\u2060\u3000\uFEFF')

it('E10 any separators between the characters of a code yield the same code', () => {
  const code = fc.string({ unit: character, minLength: 24, maxLength: 24 })
  const between = fc.array(fc.string({ unit: separator, maxLength: 3 }), {
    minLength: 25,
    maxLength: 25,
  })
  fc.assert(
    fc.property(code, between, fc.boolean(), (expected, gaps, lower) => {
      const text = [...expected].map((one, at) => gaps[at] + one).join('') + gaps[24]
      expect(normalizeRecoveryCode(lower ? text.toLowerCase() : text)).toBe(expected)
    }),
    { numRuns: 10_000 },
  )
}, 30_000)

it('E10 keeps the letters and digits of any text, and normalising twice changes nothing', () => {
  const unit = fc.oneof(
    character,
    separator,
    fc.constantFrom(CODE, GROUPS, '1: ', 'ŉ', 'ß', '한', '\u1112', '\u1161'),
    fc.integer({ min: 0, max: 0xffff }).map((point) => String.fromCharCode(point)),
    fc.integer({ min: 0x1_0000, max: 0x10_ffff }).map((point) => String.fromCodePoint(point)),
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const once = normalizeRecoveryCode(text)
      expect(once).toMatch(/^[\p{L}\p{N}]*$/u)
      expect(normalizeRecoveryCode(once)).toBe(once)
    }),
    { numRuns: 10_000 },
  )
}, 30_000)

describe('100 KB', () => {
  it('E11 reads the first 20,000 characters', () => {
    const filler = (length: number) => `${'?'.repeat(length - 1)} `
    expect(normalizeRecoveryCode(filler(19_976) + CODE + filler(80_000))).toBe(CODE)
    expect(normalizeRecoveryCode(filler(20_000) + CODE + filler(80_000))).toBe('')
    expect(normalizeRecoveryCode('A'.repeat(100_000))).toHaveLength(20_000)
  })

  // If a pattern backtracked exponentially, these would not finish.
  test.each<[what: string, text: string]>([
    ['letters', 'A'],
    ['groups', 'K6LG '],
    ['groups of another size', 'K6L '],
    ['spaces', ' '],
    ['a group, then spaces', `K6LG${' '.repeat(9_999)}`],
    ['digits that look like a list', '1. '],
    ['quotes', '"'],
    ['lines', 'K6LG\n'],
    ['a letter that becomes eighteen', 'ﷺ'],
    ['combining marks', '\u0344'],
    ['halves of a pair', '\uD83D'],
  ])('E11 of %s end', (_what, piece) => {
    const text = piece.repeat(100_000 / piece.length)
    expect(normalizeRecoveryCode(`${text}!`)).not.toBe(CODE)
  })
})

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  )
}

it('a line that is a code in groups of another size, among other lines', () => {
  const lines = ['Recovery code of Example', 'K6LGLV 3RSH3V ERMKET 8L7QKU', 'Keep it.']
  expect(normalizeRecoveryCode(lines.join('\n'))).toBe(CODE)
})
