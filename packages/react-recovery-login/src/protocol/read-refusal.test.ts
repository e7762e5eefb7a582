import { describe, expect, it, test } from 'vitest'
import { readVerification } from './read-verification.ts'
import type { RecoveryCodeErrorCode } from './recovery-code-error.ts'

/** The error that the body (JSON or text) is read as. */
async function refusal(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await readVerification(new Response(text, { status }))
  if (answer.outcome === 'verified') throw new Error('A refusal was read as a success.')
  return { outcome: answer.outcome, error: answer.error }
}

type Row = [
  error: string,
  description: string | undefined,
  statuses: readonly number[],
  code: RecoveryCodeErrorCode,
]
const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'

// Answers seen from Auth0, its SDKs and its documentation, row by row. The sources disagree on the statuses.
const seen: readonly Row[] = [
  ['invalid_grant', 'MFA Authorization rejected.', [400, 401, 403], 'code-rejected'],
  ['access_denied', 'MFA Authorization rejected.', [400], 'code-rejected'],
  ['invalid_grant', undefined, [400, 401, 403], 'code-rejected'],
  ['invalid_grant', 'Invalid recovery code', [403], 'code-rejected'],
  ['invalid_grant', 'Invalid recovery_code.', [403], 'code-rejected'],
  ['invalid_grant', 'The recovery code is invalid', [403], 'code-rejected'],
  ['invalid_recovery_code', undefined, [400, 401, 403], 'code-rejected'],
  ['invalid_grant', 'Malformed mfa_token', [401, 403], 'sign-in-expired'],
  ['expired_token', 'mfa_token is expired', [401, 403], 'sign-in-expired'],
  ['expired_token', 'MFA token has expired', [401], 'sign-in-expired'],
  ['expired_token', 'The mfa_token has expired. Sign in again.', [401], 'sign-in-expired'],
  ['invalid_token', undefined, [401], 'sign-in-expired'],
  ['mfa_token_invalid', undefined, [401], 'sign-in-expired'],
  ['mfa_token_expired', 'The MFA token has expired.', [401], 'sign-in-expired'],
  ['mfa_context_not_found', 'MFA context not found', [400, 401], 'sign-in-expired'],
  ['invalid_request', 'mfa_token not issued to this client', [400, 401, 403], 'sign-in-expired'],
  ['invalid_request', 'Missing required parameter: mfa_token', [400], 'not-enabled'],
  ['invalid_request', 'Unsupported multifactor provider: duo', [400, 403], 'not-enabled'],
  [
    'unauthorized_client',
    `Grant type '${GRANT}' not allowed for the client.`,
    [403],
    'not-enabled',
  ],
  ['unsupported_grant_type', 'Grant type not supported', [400], 'not-enabled'],
  ['invalid_client', 'Client authentication failed', [401], 'not-enabled'],
  ['invalid_client', 'Missing client_id', [401], 'not-enabled'],
  ['access_denied', 'Unauthorized', [401], 'not-enabled'],
  ['access_denied', 'This device is unauthorized', [401, 403], 'access-denied'],
  ['access_denied', 'Unauthorized from this country.', [401, 403], 'access-denied'],
  ['access_denied', 'Malformed mfa_token', [403], 'access-denied'],
  ['invalid_client', 'MFA Authorization rejected.', [401], 'not-enabled'],
  ['access_denied', 'Not from this country.', [401, 403], 'access-denied'],
  ['unauthorized', 'user is blocked', [401, 403], 'access-denied'],
  ['unauthorized', 'Come back on Monday.', [401, 403], 'access-denied'],
  ['mfa_required', 'Multifactor authentication required', [400, 401, 403], 'another-factor'],
  ['too_many_attempts', 'Your account has been blocked.', [429, 403], 'rate-limited'],
  ['too_many_requests', 'Rate limit exceeded', [429, 403], 'rate-limited'],
  ['access_denied', 'Too Many Requests', [429], 'rate-limited'],
  [
    'invalid_grant',
    "You've reached the maximum number of attempts. Please try to login again.",
    [403],
    'rate-limited',
  ],
  ['use_dpop_nonce', 'Authorization server requires nonce in DPoP proof', [400], 'not-enabled'],
  ['invalid_dpop_proof', undefined, [400], 'not-enabled'],
  ['unsupported_challenge_type', 'User is not enrolled.', [400, 401], 'not-enabled'],
  ['association_required', 'User is not enrolled.', [400, 401], 'not-enabled'],
  // From other grants: never expected here, so read as cautiously as an unknown error.
  ['authorization_pending', undefined, [400], 'access-denied'],
  ['slow_down', undefined, [400], 'access-denied'],
  ['requires_verification', 'Suspicious request requires verification', [403], 'access-denied'],
  ['server_error', undefined, [400, 500, 503], 'server-error'],
  ['temporarily_unavailable', undefined, [400, 500, 503], 'server-error'],
]

describe('the catalogue', () => {
  const cases = seen.flatMap(([error, description, statuses, code]) =>
    statuses.map((status) => ({ error, description, status, code })),
  )
  const named = cases.map((row) => ({
    ...row,
    text: row.description ? `"${row.description}"` : '(no description)',
  }))

  test.each(named)(
    '$error $text at $status → $code',
    async ({ error, description, status, code }) => {
      const read = await refusal(status, { error, error_description: description })
      expect(read).toMatchObject({
        outcome: code === 'server-error' ? 'unknown' : 'refused',
        error: { code, status, oauthError: error },
      })
    },
  )
})

describe('an answer without an OAuth error', () => {
  test.each<[what: string, body: unknown, status: number, code: RecoveryCodeErrorCode]>([
    ['a refused origin', 'Origin https://login.example.com is not allowed.', 403, 'not-enabled'],
    ['a firewall page', '<!doctype html><h1>Forbidden</h1>', 403, 'not-enabled'],
    ['an empty one', '', 403, 'not-enabled'],
    ["a gateway's JSON", { message: 'Forbidden' }, 403, 'not-enabled'],
    ['only a status', '', 401, 'invalid-response'],
    ['HTML', '<h1>Bad request</h1>', 400, 'invalid-response'],
    ['K32 no route', { statusCode: 404, error: 'Not Found' }, 404, 'not-enabled'],
    ['K32 no route, as a page', '<h1>404</h1>', 404, 'not-enabled'],
    ['K32 no route, with its own error', { error: 'not_found' }, 404, 'not-enabled'],
    ['K32 no route for a POST', '', 405, 'not-enabled'],
    ['an array', '["invalid_grant"]', 400, 'invalid-response'],
    ['a string', '"invalid_grant"', 400, 'invalid-response'],
    ['a rate limit', '', 429, 'rate-limited'],
    ['HTML about a rate limit', '<h1>Slow down</h1>', 429, 'rate-limited'],
  ])('%s %j at %i → %s', async (_what, body, status, code) => {
    expect((await refusal(status, body)).error.code).toBe(code)
  })

  const bodies = ['', '<h1>Bad gateway</h1>', '{"error":"invalid_grant"}', '{"message":null}']
  const failures = [
    ...[500, 502, 503, 504].map((status) => ({ id: 'D11', status })),
    ...[408, 425].map((status) => ({ id: 'D12', status })),
  ].flatMap((failure) => bodies.map((body) => ({ ...failure, body })))

  test.each(failures)('$id $body at $status → unknown', async ({ status, body }) => {
    expect(await refusal(status, body)).toMatchObject({
      outcome: 'unknown',
      error: { code: 'server-error', status, codeMayBeSpent: true },
    })
  })

  it.each([301, 302, 303, 307, 308])(
    'D8 a redirect that came through anyway: %i',
    async (status) => {
      for (const body of ['', { error: 'invalid_grant' }])
        expect(await refusal(status, body)).toMatchObject({
          outcome: 'unknown',
          error: { code: 'invalid-response' },
        })
    },
  )
})

it.each<[what: string, error: unknown]>([
  ['a number', 4],
  ['an object', { code: 'invalid_grant' }],
  ['an array', ['invalid_grant']],
  ['null', null],
  ['nothing', ''],
])('an error that is %s counts as absent', async (_what, error) => {
  expect((await refusal(400, { error })).error).toMatchObject({
    code: 'invalid-response',
    oauthError: undefined,
  })
})

it('F5 keeps an unknown error of the usual form, and reads it as a refusal by the tenant', async () => {
  expect(await refusal(400, { error: 'company_says_no' })).toMatchObject({
    outcome: 'refused',
    error: { code: 'access-denied', oauthError: 'company_says_no', codeMayBeSpent: true },
  })
})

describe('what a handler says that it has not sent', () => {
  it.each(['foreign-origin', 'abc', 'a'.repeat(64)])('with the reason %s', async (reason) => {
    const { outcome, error } = await refusal(403, { error: 'invalid_request', not_sent: reason })
    expect(outcome).toBe('refused')
    expect(error).toMatchObject({ code: 'not-sent', reason, oauthError: 'invalid_request' })
  })

  it.each([undefined, '', 'ab', 'a'.repeat(65), 'K6LG foreign-origin', 'foreign-origin K6LG', 7])(
    'and %s is not a reason',
    async (reason) => {
      const { error } = await refusal(403, { error: 'invalid_request', not_sent: reason })
      expect(error).toMatchObject({ code: 'not-enabled', reason: undefined })
    },
  )
})
