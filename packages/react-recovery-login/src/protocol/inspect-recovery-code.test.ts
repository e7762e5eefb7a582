import { expect, it, test } from 'vitest'
import { inspectRecoveryCode, type RecoveryCodeInspection } from './inspect-recovery-code.ts'

const CODE = 'K6LGLV3RSH3VERMKET8L7QKU'
type Row = [
  what: string,
  text: string,
  verdict: RecoveryCodeInspection['verdict'],
  characters: number,
]

test.each<Row>([
  ['nothing', '', 'empty', 0],
  ['only separators', ' - \n', 'empty', 0],
  ['one character', 'k', 'too-short', 1],
  ['20 of 24', CODE.slice(0, 20), 'too-short', 20],
  ['a whole code', CODE, 'complete', 24],
  ['a whole code in groups, lower case', 'k6lg-lv3r-sh3v-ermk-et8l-7qku', 'complete', 24],
  ['a whole code with a look-alike', `${CODE.slice(1)}0`, 'complete', 24],
  ['24 digits', '1234'.repeat(6), 'complete', 24],
  ['one character too many', `${CODE}K`, 'too-long', 25],
  ['two codes', `${CODE} N3BGPZZWJ85JLCNPZBDW6QXC`, 'too-long', 48],
  ['six digits', '123456', 'one-time-code', 6],
  ['six digits in two groups', '123 456', 'one-time-code', 6],
  ['full-width digits', '１２３４５６', 'one-time-code', 6],
  ['five digits', '12345', 'too-short', 5],
  ['seven digits', '1234567', 'too-short', 7],
  ['six characters with a letter', '12345A', 'too-short', 6],
  ['letters outside the basic plane, counted as one', '𐐀𐐁', 'too-short', 2],
])('%s: %s', (_what, text, verdict, characters) => {
  expect(inspectRecoveryCode(text)).toMatchObject({ verdict, characters })
})

test.each<[text: string, lookAlikes: string[]]>([
  [CODE, []],
  ['0', ['0']],
  ['o', ['O']],
  ['KLOG-IV30-O', ['0', 'O', 'I']],
  // Auth0 uses both.
  ['1L', []],
])('lists the look-alikes in %s and keeps them', (text, lookAlikes) => {
  const { code, lookAlikes: found } = inspectRecoveryCode(text)
  expect(found).toEqual(lookAlikes)
  expect(code).toBe(text.toUpperCase().replaceAll('-', ''))
})

it('returns what would be sent', () => {
  expect(inspectRecoveryCode(' “k6lg-lv3r-sh3v-ermk-et8l-7qku”. ').code).toBe(CODE)
})

const hexadecimal = { length: 6, alphabet: '0123456789ABCDEF', groupSize: 3 }

test.each<
  [what: string, text: string, verdict: RecoveryCodeInspection['verdict'], lookAlikes: string[]]
>([
  ['six digits are a whole code', '123-456', 'complete', []],
  ['another alphabet', '10A', 'too-short', []],
  ['its own look-alikes', '1LOVE0', 'complete', ['O', 'L']],
  ['an Auth0 code', CODE, 'too-long', ['L']],
])('another format: %s', (_what, text, verdict, lookAlikes) => {
  expect(inspectRecoveryCode(text, hexadecimal)).toMatchObject({ verdict, lookAlikes })
})

it('lists every look-alike the issuer never uses, in a fixed order', () => {
  const unambiguous = { length: 6, alphabet: '23456789ABCDEFGHJKMNPQRSTUVWXYZ', groupSize: 3 }
  expect(inspectRecoveryCode('LI1O0', unambiguous).lookAlikes).toEqual(['0', 'O', '1', 'I', 'L'])
})
