import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import { form, options, post, secrets, tokenAnswer } from './server.fixture.ts'

/** The secrets anywhere in an answer from an upstream, or from something in front of it. */
const member = fc.oneof(
  fc.constantFrom(...Object.values(secrets)),
  fc.jsonValue({ maxDepth: 1 }),
  fc.tuple(fc.string(), fc.constantFrom(...Object.values(secrets))).map((parts) => parts.join('')),
)
const names = [
  ...Object.keys(tokenAnswer),
  'error',
  'error_description',
  'mfa_token',
  'session',
  'x',
]
const body = fc.oneof(
  fc.record(Object.fromEntries(names.map((name) => [name, member])), { requiredKeys: [] }),
  fc.constantFrom(
    tokenAnswer,
    { error: 'invalid_grant', error_description: `Wrong: ${secrets.recoveryCode}` },
    { error: secrets.recoveryCode.toLowerCase(), error_description: secrets.mfaToken },
    { error: 'mfa_required', mfa_token: secrets.nextMfaToken },
    Object.values(secrets),
  ),
)
/** Mostly whole; otherwise cut off anywhere, or with something in front. */
const text = fc
  .tuple(
    body,
    fc.option(fc.constantFrom('<p>', '{'), { nil: '' }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1 }),
  )
  .map(([value, before, kept]) => {
    const whole = before + JSON.stringify(value)
    return whole.slice(0, Math.ceil(whole.length * kept))
  })
const upstream = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 302, 400, 401, 403, 408, 429, 500, 503),
  text,
  header: fc.constantFrom('retry-after', 'x-ratelimit-reset', 'location', 'set-cookie', 'x-secret'),
  value: fc.constantFrom('30', secrets.accessToken, secrets.newRecoveryCode, '1999999999'),
})
const changes = fc.record({
  onTokens: fc.constantFrom(
    options.onTokens,
    () => undefined,
    () => Promise.reject(new Error(JSON.stringify(secrets))),
  ),
  resolveMfaToken: fc.constantFrom(
    undefined,
    () => secrets.mfaToken,
    () => {
      throw new Error(secrets.mfaToken)
    },
  ),
  clientAddress: fc.constantFrom(undefined, () => secrets.clientSecret),
})

function secretsIn(sent: unknown): readonly string[] {
  const text = JSON.stringify(sent)
  return Object.values(secrets).filter((secret) => text.includes(secret))
}

const ORIGIN = 'https://login.example.com'

it('K1 K4 no secret leaves but the new code, and no answer may be cached', async (context) => {
  const numRuns = runs(10_000, 2000)
  const oneAnswer = fc.asyncProperty(upstream, changes, async (answer, changed) => {
    const events: RecoveryCodeHandlerEvent[] = []
    const handler = createRecoveryCodeHandler({
      ...options,
      ...changed,
      allowedOrigins: [ORIGIN],
      onEvent: (event) => events.push(event),
      fetch: async () => {
        const { status, text: body, header, value } = answer
        return new Response(body, { status, headers: { [header]: value } })
      },
    })
    const response = await handler(post(form(), { origin: ORIGIN }))
    const headers = Object.fromEntries(response.headers)
    const body = (await response.json()) as Record<string, unknown>
    const { recovery_code: _, mfa_token, ...rest } = body
    expect(secretsIn([headers, events, rest])).toEqual([])
    expect(Object.keys(body).join()).toMatch(
      /^(?:(?:recovery_code,)?session|error(?:,mfa_token)?)$/,
    )
    // The next mfa token is meant for the browser that held the first.
    expect(mfa_token !== undefined && changed.resolveMfaToken !== undefined).toBe(false)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': ORIGIN,
    })
  })
  await fc.assert(oneAnswer, { numRuns })
  proves(context, 'N4', `${numRuns} answers, 0 secrets`)
}, 60_000)
