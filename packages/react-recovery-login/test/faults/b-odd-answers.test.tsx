import { act } from '@testing-library/react'
import fc from 'fast-check'
import { expect, it, test, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { confirm, expectFinished, open, reported, settle, signIn, submitCode } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success, tokens } from './wire.ts'

const { newCode } = canaries
const strict = { reactStrictMode: true }

/** A page waiting for its answer. */
async function waiting() {
  const sign = signIn()
  const on = open(sign.page(), strict)
  await submitCode(on)
  return { sign, on }
}

it('B9 the answer arrives 1 to 600 s after the screen said there is none', async (test) => {
  vi.useFakeTimers()
  const tries = runs(500, 20)
  const late = fc.integer({ min: 1, max: 600_000 })
  await fc.assert(
    fc.asyncProperty(late, async (milliseconds) => {
      const { sign, on } = await waiting()
      act(() => void vi.advanceTimersByTime(30_000))
      expect(on.heading()).toBe('We did not get an answer')
      expect(on.find('waiting')).not.toBeNull()
      expect(on.find('retry'), 'nothing can be sent meanwhile').toBeNull()
      act(() => void vi.advanceTimersByTime(milliseconds))
      await sign.answer(success)
      expect(on.code()).toBe(newCode)
      expect(on.container).toHaveTextContent('The answer came after all.')
      await expectFinished(on, sign)
      on.unmount()
    }),
    { numRuns: tries },
  )
  proves(test, ['N2', 'N3'], `${tries} late answers → ${tries} codes shown`)
})

/** ID tokens that a validating client would refuse, and drop the answer with them. */
const jwt = (header: object, payload: object) =>
  [header, payload].map((part) => btoa(JSON.stringify(part))).join('.') + '.c2ln'
const idToken = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    42,
    'not a token',
    jwt({ alg: 'none' }, { sub: 'a' }),
    jwt({ alg: 'RS256' }, { exp: 1 }),
    jwt({ alg: 'RS256' }, { iat: 99_999_999_999, nbf: 99_999_999_999 }),
    jwt({ alg: 'RS256' }, { aud: 'another client', iss: 'https://elsewhere.example/' }),
  ),
  fc.string(),
)

it('B10 the ID token is absent, garbage, expired, from the future, alg none', async (test) => {
  const tries = runs(1000, 30)
  await fc.assert(
    fc.asyncProperty(idToken, async (id_token) => {
      const { sign, on } = await waiting()
      await sign.answer({ ...success, id_token })
      expect(on.code()).toBe(newCode)
      await confirm(on)
      const { id_token: _, ...others } = tokens
      const raw = typeof id_token === 'string' && id_token.trim() !== '' ? { id_token } : {}
      expect(sign.completions).toEqual([{ tokens: { ...others, ...raw }, rotated: true }])
      on.unmount()
    }),
    { numRuns: tries },
  )
  proves(test, 'N2', `${tries} ID tokens → ${tries} codes shown, each token passed on as it came`)
})

test.for([undefined, null, '', 0, false, [], {}])(
  'B11 the code, and %j as the access token',
  async (access_token, test) => {
    const { sign, on } = await waiting()
    await sign.answer({ ...success, access_token })
    expect(on.code()).toBe(newCode)
    expect(on.heading()).toBe('Save this code, then start again')
    await confirm(on)
    expect(on.heading()).toBe('Start the sign-in again')
    expect(on.container).toHaveTextContent('use the new one that you have just saved')
    expect(sign.completions).toEqual([])
    proves(test, 'N2', 'the code is shown, 0 sign-ins, fixed: once')
  },
)

it('B11 the connection breaks after the code', async (test) => {
  const { sign, on } = await waiting()
  sign.wire.cut(`{"recovery_code":"${newCode}","access_tok`)
  await settle()
  expect(on.code()).toBe(newCode)
  expect(on.heading()).toBe('Save this code, then start again')
  proves(test, 'N2', 'the code is shown')
})

it('B12 tokens without a code', async (test) => {
  const { sign, on } = await waiting()
  await sign.answer(tokens)
  expect(on.heading()).toBe('You are signed in')
  expect(on.container).toHaveTextContent('No new recovery code was made this time.')
  expect(sign.completions).toEqual([{ tokens, rotated: false }])
  proves(test, ['N2', 'N6'], '1 sign-in, fixed: once')
})

it('B12 the host fails to finish without a code: only the person retries', async (test) => {
  const sign = signIn()
  const onComplete = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no session'))
  const on = open(sign.page({ onComplete }), strict)
  await submitCode(on)
  await sign.answer(tokens)
  expect(on.heading()).toBe('The last step did not work')
  expect(onComplete).toHaveBeenCalledOnce()
  expect(reported.splice(0)).toEqual([new Error('no session')])
  on.press('retry')
  await settle()
  expect(on.heading()).toBe('You are signed in')
  expect(onComplete).toHaveBeenCalledTimes(2)
  proves(test, 'N6', '1 failure, 1 press → 2 calls, 1 sign-in')
})
