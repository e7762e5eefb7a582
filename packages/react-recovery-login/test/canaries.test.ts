import { expect, it, test } from 'vitest'
import { canaries, findCanaries } from './canaries.ts'

const { oldCode, newCode, mfaToken, accessToken } = canaries
const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

test.each<[where: string, value: unknown]>([
  ['a message', new Error(`refused ${oldCode}`)],
  ['a stack', Object.assign(new Error('refused'), { stack: `at ${oldCode}` })],
  ['a cause', new Error('refused', { cause: { body: oldCode } })],
  ['a nested cause', new Error('a', { cause: new Error('b', { cause: new Error(oldCode) }) })],
  ['an own member', Object.assign(new Error('refused'), { code: oldCode })],
  ['a hidden member', Object.defineProperty(new Error('refused'), 'code', { value: oldCode })],
  ['a key', { [oldCode]: 1 }],
  ['a symbol', { [Symbol(oldCode)]: 1 }],
  ['a toJSON', { toJSON: () => ({ sent: oldCode }) }],
  [
    'a getter',
    {
      get sent() {
        return oldCode
      },
    },
  ],
  ['a map in an array', [new Map([['sent', oldCode]])]],
  ['a deep place', { a: { b: { c: { d: { e: { f: [oldCode] } } } } } }],
  ['a text', `?code=${oldCode}`],
  ['a long text', { text: 'x'.repeat(20_000) + oldCode }],
  ['eight characters of it', `near ${oldCode.slice(9, 17)}`],
  ['lower case', oldCode.toLowerCase()],
])('finds a canary in %s', (_where, value) => {
  expect(findCanaries(value)).toEqual(['oldCode'])
})

it('names each canary', () => {
  expect(findCanaries([newCode, mfaToken, accessToken])).toEqual([
    'newCode',
    'mfaToken',
    'accessToken',
  ])
})

test.each<[what: string, value: unknown]>([
  ['nothing', undefined],
  ['an error without secrets', new TypeError('fetch failed')],
  ['seven characters', oldCode.slice(0, 7)],
  ['a cycle', cyclic],
])('finds nothing in %s', (_what, value) => {
  expect(findCanaries(value)).toEqual([])
})
