import { readVerification } from 'react-recovery-login/protocol'
import { expect, it, test } from 'vitest'
import { canaries } from '../canaries.ts'
import { answerInChunks, type Chunk } from './body.ts'
import { proves } from './runs.ts'

const { newCode, accessToken } = canaries
const text = JSON.stringify({ scope: 'café', access_token: accessToken, recovery_code: newCode })
const utf8 = new TextEncoder().encode(text)
const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf16 = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer)
const gzip = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)

test.each<[what: string, bytes: Chunk, charset: string, outcome: 'verified' | 'unknown']>([
  ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8', 'verified'],
  ['UTF-8 that says it is Latin-1', utf8, 'iso-8859-1', 'verified'],
  ['UTF-8 that says it is nonsense', utf8, 'x', 'verified'],
  ['Latin-1', latin1, 'iso-8859-1', 'verified'],
  ['UTF-16', utf16, 'utf-16le', 'unknown'],
  ['gzip that nobody unpacked', gzip, 'utf-8', 'unknown'],
])('D13 %s', async (_what, bytes, charset, outcome) => {
  const headers = { 'content-type': `application/json; charset=${charset}` }
  const answer = await readVerification(new Response(bytes, { headers }))
  expect(answer).toMatchObject({
    outcome,
    ...(outcome === 'verified' && { newRecoveryCode: newCode }),
  })
})

it('D13 characters that come in parts are put together', async () => {
  const { response } = answerInChunks(
    Array.from(utf8, (byte) => Uint8Array.of(byte)),
    'closes',
  )
  expect(await readVerification(response)).toMatchObject({ tokens: { scope: 'café' } })
})

const KB = 1024
const blank = new Uint8Array(KB).fill(0x20)
const pieces = Array.from({ length: 10 * KB }, () => blank)

it('D14 of 10 MB the first 64 KB are read', async (context) => {
  const { response, pulled } = answerInChunks(pieces, 'closes')
  expect(await readVerification(response)).toMatchObject({ outcome: 'unknown' })
  expect(pulled).toEqual({ bytes: 65 * KB, cancelled: true })
  proves(context, 'N3', '65 KB of 10 MB asked for')
})

const begun = new TextEncoder().encode(`{"recovery_code":"${newCode}","x":"`)
it.each([
  ['in many pieces', [begun, ...pieces]],
  ['in one piece', [Uint8Array.of(...begun, ...new Uint8Array(100 * KB))]],
])('D14 a code in front of too much, %s, is rescued', async (_what, chunks) => {
  const { response, pulled } = answerInChunks(chunks, 'closes')
  expect(await readVerification(response)).toMatchObject({
    outcome: 'unfinished',
    newRecoveryCode: newCode,
  })
  expect(pulled.cancelled).toBe(true)
})

it('D14 a code behind the first 64 KB is not looked for', async () => {
  const { response } = answerInChunks(
    [Uint8Array.of(...new Uint8Array(64 * KB), ...begun)],
    'closes',
  )
  expect(await readVerification(response)).toMatchObject({ outcome: 'unknown' })
})

it('D14 a body that cannot be cancelled harms nobody', async () => {
  const stream = new ReadableStream<Chunk>({
    pull: (controller) => controller.enqueue(blank),
    cancel: () => Promise.reject(new Error('No.')),
  })
  expect(await readVerification(new Response(stream))).toMatchObject({ outcome: 'unknown' })
})

it('D14 64 KB and no more are read whole', async () => {
  const padded = new Response(text.padEnd(64 * KB - 1))
  expect(await readVerification(padded)).toMatchObject({ outcome: 'verified' })
})

it('D14 10 MB at 403 say nothing of the client: a page that is not whole may begin so', async () => {
  const { response } = answerInChunks(pieces, 'closes', 403)
  expect(await readVerification(response)).toMatchObject({
    outcome: 'unknown',
    error: { code: 'invalid-response' },
  })
})
