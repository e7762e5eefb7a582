import fc from 'fast-check'
import {
  readVerification,
  RecoveryCodeError,
  type Verification,
} from 'react-recovery-login/protocol'
import { expect, it, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { proves, runs } from './runs.ts'

// Stack traces hold no values, and formatting thousands of them would take most of the time here.
Error.stackTraceLimit = 0

const { newCode, accessToken, refreshToken, idToken } = canaries
const success = {
  access_token: accessToken,
  id_token: idToken,
  refresh_token: refreshToken,
  scope: 'openid profile offline_access',
  expires_in: 86_400,
  recovery_code: newCode,
  token_type: 'Bearer',
}
type Member = keyof typeof success
const members = Object.keys(success) as Member[]
const others = members.filter((member) => member !== 'recovery_code')

const secret = fc.constantFrom<string>(...Object.values(canaries))
const text = fc.oneof(secret, fc.string({ unit: 'binary' }), fc.constantFrom('', 'null', '<b>'))
const value = fc.oneof(text, fc.jsonValue(), fc.constantFrom(1e400, -1, true, false, null))
const member = fc.constantFrom(
  ...members,
  'session',
  'error',
  'error_description',
  'mfa_token',
  'mfa_requirements',
  '__proto__',
  'constructor',
)
const json = fc.dictionary(member, value).map((body) => JSON.stringify(body))
const encode = (part: string) => new TextEncoder().encode(part)
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.oneof(json, fc.json(), text).map(encode),
  // Text that a parser would quote in its message.
  fc.tuple(json, fc.nat(200), text).map(([whole, at, odd]) => encode(whole.slice(0, at) + odd)),
)
/** Every status a Response can have; some can't have a body. */
const status = fc.integer({ min: 200, max: 599 })

const allowed: Record<Verification['outcome'], readonly string[]> = {
  verified: ['outcome', 'tokens', 'newRecoveryCode'],
  unfinished: ['outcome', 'newRecoveryCode', 'error'],
  refused: ['outcome', 'error', 'next'],
  unknown: ['outcome', 'error'],
}

/** Two thousand runs don't hit every outcome each time. */
const oneOfEach = [
  [success, 200],
  [{ recovery_code: newCode, session: false }, 200],
  [{ error: 'invalid_grant', error_description: newCode }, 403],
  [{}, 200],
].map(([answer, code]): [Uint8Array<ArrayBuffer>, number, boolean] => [
  encode(JSON.stringify(answer)),
  Number(code),
  false,
])

it('E1 G4 arbitrary bytes and JSON at any status: one of four outcomes, no secret in an error, nothing in the console', async (context) => {
  const numRuns = runs(10_000, 2000)
  const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const
  const consoles = methods.map((method) => vi.spyOn(console, method))
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(body, status, fc.boolean(), async (bytes, code, breaks) => {
      const answer = await readVerification(respond(code, bytes, breaks))
      outcomes.add(answer.outcome)
      expect(allowed[answer.outcome]).toEqual(expect.arrayContaining(Object.keys(answer)))
      if (answer.outcome === 'verified') return
      expect(answer.error).toBeInstanceOf(RecoveryCodeError)
      expect(findCanaries(answer.error)).toEqual([])
    }),
    { numRuns, examples: oneOfEach },
  )
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
  expect([...outcomes].toSorted()).toEqual(Object.keys(allowed).toSorted())
  proves(context, ['N3', 'N4', 'N9'], `${numRuns} answers`)
}, 60_000)

it('E3 every single-field mutation of a valid success keeps the code', async (context) => {
  const numRuns = runs(5000, 1000)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...others, 'session', 'error', 'x'),
      value,
      async (name, odd) => {
        const answer = await read({ ...success, [name]: odd })
        expect(answer).toHaveProperty('newRecoveryCode', newCode)
        const usable = name !== 'access_token' || (typeof odd === 'string' && odd.trim() !== '')
        const signedIn = usable && !(name === 'session' && odd === false)
        expect(answer.outcome).toBe(signedIn ? 'verified' : 'unfinished')
      },
    ),
    { numRuns },
  )
  proves(context, 'N2', `${numRuns} mutations`)
}, 30_000)

it('E3 the code survives the loss of any one field', async () => {
  for (const name of others)
    expect(await read({ ...success, [name]: undefined })).toHaveProperty('newRecoveryCode', newCode)
})

/** What a server may send to reach a prototype. */
const inherited = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
)
const stolen = fc.oneof(
  fc.constant({ recovery_code: newCode, access_token: accessToken, session: true }),
  fc.dictionary(member, value),
)
const ownNames = () => Reflect.ownKeys(Object.prototype)

it('E4 members of a prototype are ignored, and no prototype is changed', async (context) => {
  const numRuns = runs(1000, 200)
  const before = ownNames()
  await fc.assert(
    fc.asyncProperty(inherited, stolen, fc.boolean(), async (name, members, deeper) => {
      const inside = JSON.stringify(deeper ? { prototype: members } : members)
      expect(await readText(`{"${name}":${inside}}`)).toMatchObject({ outcome: 'unknown' })
      // In a success they remove nothing and add nothing.
      const whole = `{"${name}":${inside},${JSON.stringify(success).slice(1)}`
      expect(await readText(whole)).toEqual(await read(success))
      expect(ownNames()).toEqual(before)
    }),
    { numRuns },
  )
  proves(context, ['N2', 'N9'], `${numRuns} answers`)
}, 30_000)

it('E4 a polluted Object.prototype adds nothing', async (context) => {
  const numRuns = runs(1000, 200)
  const names = [...members, 'session', 'error', 'error_description', 'mfa_token']
  const polluted = fc.record(Object.fromEntries(names.map((name) => [name, value])))
  const whole = { ...success, session: true, error: 'invalid_grant', mfa_token: 'x' }
  await fc.assert(
    fc.asyncProperty(polluted, async (odd) => {
      const answers = await withPrototype(odd, async () => [
        await readText('{}'),
        await readText('{"access_token":"a"}'),
      ])
      expect(answers[0]).toMatchObject({ outcome: 'unknown' })
      expect(answers[1]).toStrictEqual({
        outcome: 'verified',
        tokens: { access_token: 'a', token_type: 'Bearer' },
      })
    }),
    { numRuns, examples: [[whole]] },
  )
  proves(context, ['N2', 'N9'], `${numRuns} prototypes`)
}, 30_000)

/** Reads while every object inherits what a script has put on `Object.prototype`. */
async function withPrototype<Result>(
  odd: Readonly<Record<string, unknown>>,
  read: () => Promise<Result>,
): Promise<Result> {
  for (const [name, value] of Object.entries(odd))
    Object.defineProperty(Object.prototype, name, { value, configurable: true })
  try {
    return await read()
  } finally {
    for (const name of Object.keys(odd)) Reflect.deleteProperty(Object.prototype, name)
  }
}

it('E6 a member of another type counts as absent', async (context) => {
  const numRuns = runs(2000, 500)
  const wrong = fc.oneof(
    fc.jsonValue().filter((odd) => typeof odd !== 'string'),
    fc.constantFrom(1e400, true, [newCode], { recovery_code: newCode }),
  )
  const strings = members.filter((name) => name !== 'expires_in' && name !== 'access_token')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...strings), wrong, async (name, odd) => {
      const { [name]: _, ...rest } = success
      expect(await readText(stringify({ ...rest, [name]: odd }))).toEqual(await read(rest))
    }),
    { numRuns },
  )
  proves(context, 'N2', `${numRuns} answers`)
}, 30_000)

it('E7 keeps expires_in if it is a number of seconds, and the rest in any case', async (context) => {
  const numRuns = runs(1000, 500)
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, fc.double(), fc.nat()), async (expires_in) => {
      const answer = await readText(stringify({ ...success, expires_in }))
      const usable =
        typeof expires_in === 'number' && Number.isFinite(expires_in) && expires_in >= 0
      const { recovery_code: _, expires_in: __, ...tokens } = success
      expect(answer).toEqual({
        outcome: 'verified',
        tokens: usable ? { ...tokens, expires_in: JSON.parse(JSON.stringify(expires_in)) } : tokens,
        newRecoveryCode: newCode,
      })
    }),
    { numRuns },
  )
  proves(context, 'N2', `${numRuns} answers`)
}, 30_000)

it('E8 keeps token_type as sent', async (context) => {
  const numRuns = runs(1000, 500)
  const type = fc.oneof(
    fc.mixedCase(fc.constantFrom('bearer', 'dpop', 'mac')),
    fc.string({ unit: 'binary' }).filter((odd) => odd.trim() !== ''),
  )
  await fc.assert(
    fc.asyncProperty(type, async (token_type) => {
      expect(await read({ ...success, token_type })).toMatchObject({
        outcome: 'verified',
        tokens: { access_token: accessToken, token_type },
        newRecoveryCode: newCode,
      })
    }),
    { numRuns },
  )
  proves(context, 'N2', `${numRuns} answers`)
}, 30_000)

it('E9 keeps any text as the code, as sent', async (context) => {
  const numRuns = runs(1000, 500)
  const pieces = fc.oneof(
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '</script>',
      '\u202E',
      '\u2066',
      '\u200B',
      '🧑‍🚀',
    ),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constant('K6LG'.repeat(1024)),
  )
  const code = fc
    .array(pieces, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(''))
    .filter((odd) => odd.trim() !== '')
  await fc.assert(
    fc.asyncProperty(code, async (recovery_code) => {
      expect(await read({ ...success, recovery_code })).toMatchObject({
        outcome: 'verified',
        newRecoveryCode: recovery_code,
      })
    }),
    { numRuns },
  )
  proves(context, ['N2', 'N9'], `${numRuns} codes`)
}, 30_000)

function read(answer: object): Promise<Verification> {
  return readText(JSON.stringify(answer))
}

function readText(answer: string): Promise<Verification> {
  return readVerification(new Response(answer))
}

/** Like JSON.stringify, but with a number too large for a double, which JSON allows. */
function stringify(answer: object): string {
  return JSON.stringify(answer, (_key, odd: unknown) => (odd === Infinity ? '1e400' : odd)).replace(
    '"1e400"',
    '1e400',
  )
}

function respond(code: number, bytes: Uint8Array<ArrayBuffer>, breaks: boolean): Response {
  if ([204, 205, 304].includes(code)) return new Response(null, { status: code })
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      if (breaks) controller.error(new TypeError(`terminated ${newCode}`))
      else controller.close()
    },
  })
  return new Response(stream, { status: code })
}
