import {
  auth0RecoveryCodeFormat,
  inspectRecoveryCode,
  normalizeRecoveryCode,
} from 'react-recovery-login/protocol'
import { expect, it } from 'vitest'

const code = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
const groups = code.match(/.{4}/g) ?? []
const expectTaken = (...texts: readonly string[]) => {
  for (const text of texts) expect(normalizeRecoveryCode(text)).toBe(code)
}

it('complaint: a code is shown with gaps, and refused with them', () =>
  expectTaken(groups.join(' '), groups.join('\u00A0'), groups.join('\u2009')))

it('complaint: a blank before or after it makes a right code wrong', () =>
  expectTaken(` ${code}`, `${code} `, `\t${code}\n`))

it('complaint: it is shown in capitals with a gap, and taken in small letters without', () =>
  expectTaken(groups.join(' ').toLowerCase(), code.toLowerCase()))

it('complaint: one has to hold Shift for it', () => expectTaken(code.toLowerCase()))

it('complaint: a phone’s keyboard makes the first letter a capital, and the code is refused', () =>
  expectTaken(`${code[0]}${code.slice(1).toLowerCase()}`))

it('complaint: the full stop of the sentence around it is copied along', () =>
  expectTaken(`${code}.`, `Your code is ${code}.`, `“${code}”,`))

it('complaint: dashes that were shown are not taken back', () =>
  expectTaken(groups.join('-'), groups.join('–'), groups.join('—'), groups.join('\u2011')))

it('complaint: 0 and O, 1, I and l cannot be told apart', () => {
  const misread = `0O${code.slice(2, -1)}I`
  // Pointed out and held back; never corrected, since there is no certain correction.
  expect(inspectRecoveryCode(misread).lookAlikes).toEqual(['0', 'O', 'I'])
  expect(normalizeRecoveryCode(misread)).toBe(misread)
  for (const never of '0IO') expect(auth0RecoveryCodeFormat.alphabet).not.toContain(never)
})

it('complaint: a code of another kind is typed, and nothing says that it is one', () => {
  expect(inspectRecoveryCode('482 913').verdict).toBe('one-time-code')
  expect(inspectRecoveryCode(`${code}${code.slice(0, 8)}`).verdict).toBe('too-long')
  expect(inspectRecoveryCode(code.slice(0, 10)).verdict).toBe('too-short')
})

it('complaint: the end of the code is cut off without a word', () => {
  expectTaken(`   ${groups.join('   ')}   `)
  expect(inspectRecoveryCode(code.slice(0, -1))).toMatchObject({
    characters: 23,
    verdict: 'too-short',
  })
})

it('complaint: the saved file was given whole, and its line breaks were lost', () =>
  expectTaken(`Fernhill recovery code\r\nmira@example.com\r\n\r\n${code}\r\n\r\nWorks once.`))
