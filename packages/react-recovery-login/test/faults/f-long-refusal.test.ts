import { readVerification } from 'react-recovery-login/protocol'
import { expect, it, test } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { answerInChunks } from './body.ts'
import { proves } from './runs.ts'

const utf8 = new TextEncoder()
const long = 'MFA Authorization rejected. '.repeat(7200)
const inOneOf = (text: string, status: number, end: 'breaks' | 'closes' = 'closes') =>
  readVerification(answerInChunks([utf8.encode(text)], end, status).response)

test.for([400, 401, 403])(
  'F13 a refusal with a description of 200 kB, at %i',
  async (status, context) => {
    const body = { error: 'invalid_grant', error_description: long + canaries.oldCode }
    const answer = await inOneOf(JSON.stringify(body), status)
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: { code: 'code-rejected', oauthError: 'invalid_grant', status },
    })
    expect(findCanaries('error' in answer && answer.error)).toEqual([])
    proves(context, ['N3', 'N9'], `${JSON.stringify(body).length} bytes, read as the refusal`)
  },
)

test.for<[error: string, description: string, code: string]>([
  ['invalid_grant', 'Malformed mfa_token', 'sign-in-expired'],
  ['invalid_grant', 'You reached the maximum number of attempts.', 'rate-limited'],
  ['invalid_request', 'mfa_token not issued to this client', 'sign-in-expired'],
  ['expired_token', 'mfa_token is \\"expired\\"', 'sign-in-expired'],
  ['access_denied', 'MFA Authorization rejected.', 'code-rejected'],
])(
  'F13 reads the long description of %s that begins with "%s": %s',
  async ([error, begins, code]) => {
    const text = `{"error":"${error}","error_description":"${begins} ${long}"}`
    expect(await inOneOf(text, 403)).toMatchObject({ outcome: 'refused', error: { code } })
  },
)

it('F13 an error after 200 kB is unknown', async (context) => {
  const body = { error_description: long, error: 'invalid_grant' }
  expect(await inOneOf(JSON.stringify(body), 403)).toMatchObject({
    outcome: 'unknown',
    error: { code: 'invalid-response', codeMayBeSpent: true },
  })
  proves(context, 'N3', '1 refusal that is not claimed')
})

it('F13 an error after 50 kB is read', async () => {
  const body = { error_description: long.slice(0, 50_000), error: 'invalid_grant' }
  expect(await inOneOf(JSON.stringify(body), 403)).toMatchObject({
    outcome: 'refused',
    error: { code: 'code-rejected' },
  })
})

const refusals = [
  { order: 'error first', body: { error: 'invalid_grant', error_description: 'No "code".' } },
  { order: 'error last', body: { error_description: 'No "code".', error: 'invalid_grant' } },
]
const cuts = refusals.flatMap((refusal) =>
  ([400, 401, 403] as const).flatMap((status) =>
    (['breaks', 'closes'] as const).map((end) => ({ ...refusal, status, end })),
  ),
)

test.for(cuts)(
  'F14 a refusal cut at every byte, $order, at $status; then the stream $end',
  async ({ body, status, end }, context) => {
    const text = JSON.stringify(body)
    const complete = text.indexOf('invalid_grant"') + 'invalid_grant"'.length
    for (let cut = 1; cut <= text.length; cut += 1)
      expect(await inOneOf(text.slice(0, cut), status, end), `cut at ${cut}`).toMatchObject(
        cut < complete
          ? { outcome: 'unknown', error: { code: 'invalid-response', status } }
          : { outcome: 'refused', error: { code: 'code-rejected', status } },
      )
    proves(context, 'N3', `${text.length} offsets: unknown up to the end of the error`)
  },
)

test.for<[what: string, begun: string]>([
  ['inside a string', '{"x":"\\"error\\":\\"invalid_grant\\"","y'],
  ['of a nested object', '{"cause":{"error":"invalid_grant"},"y'],
  ['under another name', '{"old_error":"invalid_grant","y'],
  ['that is cut off', '{"error":"invalid_grant'],
  ['of a page', '<script>{"error":"invalid_grant"}</script>'],
  ['of odd characters', '{"error":"invalid grant","y'],
])('F14 an error %s is not taken for one', async ([, begun]) => {
  expect(await inOneOf(begun, 403, 'breaks')).toMatchObject({
    outcome: 'unknown',
    error: { code: 'invalid-response' },
  })
})
