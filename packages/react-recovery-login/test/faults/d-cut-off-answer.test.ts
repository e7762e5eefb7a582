import { readVerification } from 'react-recovery-login/protocol'
import { expect, it, test } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { answerInChunks, type Chunk } from './body.ts'
import { proves } from './runs.ts'
import { refusal } from './wire.ts'

const { newCode, accessToken, idToken } = canaries
const guide = {
  access_token: accessToken,
  id_token: idToken,
  scope: 'openid profile',
  expires_in: 86_400,
  recovery_code: newCode,
  token_type: 'Bearer',
}
const orders = [
  { order: 'in the order of the guide', text: JSON.stringify(guide, null, 4) },
  {
    order: 'with the code first, as the handler answers',
    text: JSON.stringify({ recovery_code: newCode, session: true, name: 'Zoë 🔑' }),
  },
]
const splits = [
  { size: 'in one piece', split: (bytes: Chunk) => [bytes] },
  {
    size: 'byte by byte',
    split: (bytes: Chunk) => Array.from(bytes, (byte) => Uint8Array.of(byte)),
  },
]
const ends = ['breaks', 'closes'] as const
const cases = orders.flatMap((order) =>
  splits.flatMap((split) => ends.map((end) => ({ ...order, ...split, end }))),
)
const utf8 = new TextEncoder()

test.for(cases)(
  'D3 a success cut at every byte, $order, $size; then the stream $end',
  async ({ text, split, end }, context) => {
    const bytes = utf8.encode(text)
    const complete = utf8.encode(text.slice(0, text.indexOf(`${newCode}"`))).length + newCode.length
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const { response } = answerInChunks(split(bytes.slice(0, cut)), end)
      const read = await readVerification(response)
      expect(read, `cut at ${cut}`).toMatchObject({
        ...(cut > complete
          ? { outcome: 'unfinished', newRecoveryCode: newCode }
          : { outcome: 'unknown' }),
        error: { code: 'invalid-response', codeMayBeSpent: true },
      })
      expect(findCanaries('error' in read && read.error)).toEqual([])
    }
    const rescued = bytes.length - 1 - complete
    proves(
      context,
      ['N2', 'N3'],
      `${bytes.length} offsets, rescued at all ${rescued} where the code was complete`,
    )
  },
)

test.each(orders)(
  'D3 a success that breaks off after its last byte is whole, $order',
  async ({ text }) => {
    const whole = await readVerification(new Response(text))
    expect(whole).toMatchObject({ outcome: 'verified', newRecoveryCode: newCode })
    const { response } = answerInChunks([utf8.encode(text)], 'breaks')
    expect(await readVerification(response)).toEqual(whole)
  },
)

it.each([
  ['inside another member', `{"x":"\\"recovery_code\\":\\"${newCode}\\"","y`],
  ['under another name', `{"old_recovery_code":"${newCode}","y`],
  ['that is cut off', `{"recovery_code":"${newCode}`],
  ['that is not a string', '{"recovery_code":123456789,"y'],
  ['that is empty', '{"recovery_code":"","y'],
])('D3 a code %s is not taken for the new one', async (_what, text) => {
  const { response } = answerInChunks([utf8.encode(text)], 'breaks')
  expect(await readVerification(response)).toMatchObject({ outcome: 'unknown' })
})

it('D3 JSON with trailing text still yields the code', async () => {
  const text = `${JSON.stringify(guide)}<script src="https://proxy.example/inject.js"></script>`
  expect(await readVerification(new Response(text))).toMatchObject({
    outcome: 'unfinished',
    newRecoveryCode: newCode,
  })
})

it.each([400, 401, 403])(
  'D3 a refusal at %i is unknown until its error is complete',
  async (status) => {
    const text = JSON.stringify(refusal)
    const complete = text.indexOf('invalid_grant"') + 'invalid_grant"'.length
    for (let cut = 0; cut <= text.length; cut += 1) {
      const { response } = answerInChunks([utf8.encode(text.slice(0, cut))], 'breaks', status)
      expect(await readVerification(response), `cut at ${cut}`).toMatchObject(
        cut < complete
          ? { outcome: 'unknown', error: { code: 'invalid-response', status } }
          : { outcome: 'refused', error: { code: 'code-rejected', status } },
      )
    }
  },
)

it('D3 a rate limit that breaks off is still one', async () => {
  const { response } = answerInChunks([], 'breaks', 429)
  expect(await readVerification(response)).toMatchObject({
    outcome: 'refused',
    error: { code: 'rate-limited' },
  })
})
