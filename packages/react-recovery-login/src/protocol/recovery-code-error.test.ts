import { inspect } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { misused, RecoveryCodeError, type RecoveryCodeErrorCode } from './recovery-code-error.ts'

/** Each code, and whether the old recovery code may be used. */
const codes: Record<RecoveryCodeErrorCode, boolean> = {
  'code-rejected': false,
  'rate-limited': false,
  'sign-in-expired': false,
  'another-factor': false,
  'access-denied': true,
  'not-enabled': false,
  'not-sent': false,
  network: true,
  'server-error': true,
  'invalid-response': true,
  'no-answer': true,
  misused: false,
}
const table = Object.entries(codes) as [RecoveryCodeErrorCode, boolean][]

describe.each(table)('%s', (code, spent) => {
  const error = new RecoveryCodeError(code)

  it(`${spent ? 'may' : 'cannot'} have spent the code`, () => {
    expect(error.codeMayBeSpent).toBe(spent)
  })

  it('is an error with a name, a code and a stack', () => {
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'RecoveryCodeError', code })
    expect(error.stack).toContain(error.message)
    expect(String(error)).toBe(`RecoveryCodeError: ${error.message}`)
    expect(error.cause).toBeUndefined()
  })

  it('says where it comes from, and if the code may be spent', () => {
    expect(error.message).toMatch(/^react-recovery-login: \S.*\.$/)
    expect(error.message.includes('may be used up')).toBe(spent)
  })
})

// A mistake in the options says what to do where it is found: see transport.test.ts.
const toDo = table.filter(([code]) => code !== 'misused')

test.each(toDo)('the message of %s says what happened, then what to do', (code) => {
  const [, ...then] = new RecoveryCodeError(code).message.split(/(?<=\.) /)
  const order = /^(?:Ask|Wait|Start|Go on|Look|Enable|Check|Let|The code may be used up)\b/
  expect(then.filter((sentence) => order.test(sentence))).not.toEqual([])
})

const details = {
  status: 429,
  oauthError: 'too_many_attempts',
  retryAfter: 120_000,
  reason: undefined,
}

it('gives a logger only its own fields', () => {
  const error = new RecoveryCodeError('rate-limited', details)
  const logged = {
    name: 'RecoveryCodeError',
    message: error.message,
    code: 'rate-limited',
    ...details,
    codeMayBeSpent: false,
  }
  expect(error.toJSON()).toStrictEqual(logged)
  const { reason: _, ...known } = logged
  expect(JSON.parse(JSON.stringify({ error }))).toStrictEqual({ error: known })
  expect(Reflect.ownKeys(error).toSorted()).toEqual(
    ['stack', 'message', 'name', 'code', 'status', 'oauthError', 'retryAfter', 'reason'].toSorted(),
  )
})

it('omits unknown fields from its JSON', () => {
  const { name, message, code } = new RecoveryCodeError('network')
  expect(JSON.parse(JSON.stringify(new RecoveryCodeError('network')))).toStrictEqual({
    name,
    message,
    code,
    codeMayBeSpent: true,
  })
})

it('can be printed, cloned and thrown', () => {
  const error = new RecoveryCodeError('rate-limited', details)
  expect(inspect(error)).toContain('retryAfter: 120000')
  expect(structuredClone(error).message).toBe(error.message)
  expect(() => {
    throw error
  }).toThrow(RecoveryCodeError)
})

it('drops unknown details', () => {
  const body = { recovery_code: 'K6LGLV3RSH3VERMKET8L7QKU' }
  const error = new RecoveryCodeError(
    'invalid-response',
    Object.assign({ status: 200 }, { body, cause: body }),
  )
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('K6LG')
})

it('says what, why and what to do about a mistake in the options', () => {
  expect(misused('`x` is empty', 'It must not be', 'Give it').toJSON()).toMatchObject({
    code: 'misused',
    message: 'react-recovery-login: `x` is empty. It must not be. Give it.',
  })
})
