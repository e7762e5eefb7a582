import fc from 'fast-check'
import { readVerification, RecoveryCodeError } from 'react-recovery-login/protocol'
import { expect, it } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { proves, runs } from './runs.ts'

// Stack traces hold no values, and formatting thousands of them would take most of the time here.
Error.stackTraceLimit = 0

const secret = fc.constantFrom<string>(...Object.values(canaries))
const status = fc.constantFrom(400, 401, 403, 429)

async function refusal(code: number, body: object): Promise<RecoveryCodeError> {
  const answer = await readVerification(Response.json(body, { status: code }))
  if (answer.outcome === 'verified') throw new Error('A refusal was read as a success.')
  return answer.error
}

function expectClean(error: RecoveryCodeError) {
  expect(findCanaries(error)).toEqual([])
  expect(error.message).toBe(new RecoveryCodeError(error.code).message)
  expect(JSON.stringify(error).length).toBeLessThan(600)
}

it('F5 drops an unknown error of odd characters, length or content', async (context) => {
  const numRuns = runs(2000, 500)
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => !/^[a-z_]{3,64}$/.test(text)),
    secret.map((canary) => `invalid_${canary}`),
    fc.integer({ min: 65, max: 10_240 }).map((length) => 'x'.repeat(length)),
  )
  await fc.assert(
    fc.asyncProperty(odd, status, async (error, code) => {
      const read = await refusal(code, { error, error_description: error })
      expect(read.oauthError).toBeUndefined()
      expectClean(read)
    }),
    { numRuns },
  )
  proves(context, 'N4', `${numRuns} errors`)
}, 30_000)

it('E12 the description of a known error never reaches ours', async (context) => {
  const numRuns = runs(2000, 500)
  const error = fc.constantFrom('invalid_grant', 'access_denied', 'mfa_required', 'invalid_request')
  const description = fc.oneof(
    secret,
    secret.map((canary) => `<img src=x onerror=alert(1)>${canary}`),
    secret.map((canary) => `MFA Authorization rejected. ${canary.repeat(700)}`),
    fc.tuple(fc.string({ unit: 'binary' }), secret).map(([text, canary]) => text + canary),
  )
  await fc.assert(
    fc.asyncProperty(error, description, status, async (name, error_description, code) => {
      const read = await refusal(code, { error: name, error_description })
      expect(read.oauthError).toBe(name)
      expectClean(read)
    }),
    { numRuns },
  )
  proves(context, 'N9', `${numRuns} descriptions`)
}, 30_000)
