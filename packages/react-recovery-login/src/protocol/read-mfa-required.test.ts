import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readMfaRequired } from './read-mfa-required.ts'

const mfa_token = 'Fe26.2*1*abc'
const body = {
  error: 'mfa_required',
  error_description: 'Multifactor authentication required',
  mfa_token,
}
const mfa_requirements = { challenge: [{ type: 'otp' }, { type: 'recovery-code' }] }
const alone = { mfaToken: mfa_token }
const full = { mfaToken: mfa_token, challenge: ['otp', 'recovery-code'] }

/** As auth0-spa-js throws it: an error with the body's members. */
class MfaRequiredError extends Error {
  readonly error = 'mfa_required'
  readonly mfa_token = mfa_token
  readonly mfa_requirements = mfa_requirements
}

const stringify = (value: unknown) =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? null : inner))

/** The body, padded to this many characters. */
const textOf = (length: number) => JSON.stringify(body).padEnd(length)

class Hostile {
  get mfa_token(): string {
    throw new Error('No.')
  }
}

const cyclic: Record<string, unknown> = { message: 'no token here' }
for (const name of ['cause', 'body', 'json', 'data', 'response']) cyclic[name] = cyclic

const revoked = Proxy.revocable({}, {})
revoked.revoke()

describe('finds the mfa token in', () => {
  test.each<[what: string, answer: unknown, found: object]>([
    ['the body', body, alone],
    ['the body with its requirements', { ...body, mfa_requirements }, full],
    ['the error of auth0-spa-js', new MfaRequiredError(), full],
    [
      'the cause of the error of auth0-auth-js',
      new Error('mfa', { cause: { ...body, mfa_requirements } }),
      full,
    ],
    ['members in camel case', { mfaToken: mfa_token, mfaRequirements: mfa_requirements }, full],
    ["an error's body", Object.assign(new Error('403'), { body }), alone],
    ["a response's data", { response: { status: 403, data: body } }, alone],
    [
      'a body that is still text',
      Object.assign(new Error('403'), { body: JSON.stringify({ ...body, mfa_requirements }) }),
      full,
    ],
    [
      'text in a nested error',
      { cause: { response: { data: ` ${JSON.stringify(body)}\n` } } },
      alone,
    ],
    ['64 kB of text', { body: textOf(64 * 1024) }, alone],
    ["an error's json", { json: { ...body, mfa_requirements } }, full],
    ['the fourth nested error', { cause: { cause: { cause: { cause: body } } } }, alone],
    [
      'the body with factors as strings',
      { ...body, mfa_requirements: { challenge: ['otp', 'recovery-code'] } },
      full,
    ],
    [
      'the body with odd factors',
      { ...body, mfa_requirements: { challenge: [1, null, {}, { type: 4 }, { type: 'otp' }] } },
      { mfaToken: mfa_token, challenge: ['otp'] },
    ],
    [
      'the body of a person without a factor',
      { ...body, mfa_requirements: { enroll: [{ type: 'otp' }] } },
      alone,
    ],
    [
      'the body that allows no factor',
      { ...body, mfa_requirements: { challenge: [] } },
      { mfaToken: mfa_token, challenge: [] },
    ],
    ['the body with odd requirements', { ...body, mfa_requirements: 'otp' }, alone],
    ['a cyclic error that has a token', Object.assign({ ...cyclic }, { data: body }), alone],
  ])('%s', (_what, answer, found) => {
    expect(readMfaRequired(answer)).toStrictEqual(found)
  })
})

describe('finds none in', () => {
  test.each<[what: string, answer: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', JSON.stringify(body)],
    ['text that is not JSON', { body: `mfa_token=${mfa_token}` }],
    ['text that is cut off', { body: JSON.stringify(body).slice(0, -1) }],
    ['text that holds a string', { body: JSON.stringify(JSON.stringify(body)) }],
    ['text that holds an array', { body: JSON.stringify([body]) }],
    ['text that holds null', { body: 'null' }],
    ['more than 64 kB of text', { body: textOf(64 * 1024 + 1) }],
    [
      'text in the fifth nested error',
      { cause: { cause: { cause: { cause: { body: JSON.stringify(body) } } } } },
    ],
    ['a number', 403],
    ['a function', () => body],
    ['another error', new TypeError('fetch failed')],
    ['another refusal', { error: 'invalid_grant' }],
    ['the body without its token', { ...body, mfa_token: undefined }],
    ['an empty token', { ...body, mfa_token: '' }],
    ['a blank token', { ...body, mfa_token: ' ' }],
    ['a token that is not a string', { ...body, mfa_token: { value: mfa_token } }],
    ['an array', [body]],
    ['a prototype', Object.create(body)],
    ['JSON of a prototype', JSON.parse(`{"__proto__":${JSON.stringify(body)}}`)],
    ['the fifth nested error', { cause: { cause: { cause: { cause: { cause: body } } } } }],
    ['a cycle', cyclic],
    ['a getter that throws', new Hostile()],
    [
      'an own getter that throws',
      Object.defineProperty(
        {},
        'mfa_token',
        Object.getOwnPropertyDescriptor(Hostile.prototype, 'mfa_token') ?? {},
      ),
    ],
    ['a revoked proxy', revoked.proxy],
    ['a nested revoked proxy', { cause: revoked.proxy }],
  ])('%s', (_what, answer) => {
    expect(readMfaRequired(answer)).toBeUndefined()
  })
})

it('never throws, and only returns a token that is a string', () => {
  const key = fc.constantFrom(
    'cause',
    'body',
    'json',
    'data',
    'response',
    'mfa_token',
    'mfaToken',
    'mfa_requirements',
    'challenge',
    'type',
  )
  const anything = fc.anything({
    key: fc.oneof(key, fc.string()),
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    maxDepth: 5,
  })
  const inText = anything.map((inner) => ({ body: stringify({ cause: inner, body: inner }) }))
  fc.assert(
    fc.property(fc.oneof(anything, inText), (answer) => {
      const found = readMfaRequired(answer)
      if (found === undefined) return
      expect(found.mfaToken).toMatch(/\S/)
      for (const type of found.challenge ?? []) expect(type).toBeTypeOf('string')
    }),
    { numRuns: 10_000 },
  )
}, 30_000)
