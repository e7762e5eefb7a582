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
  ['UTF-8 labelled Latin-1', utf8, 'iso-8859-1', 'verified'],
  ['UTF-8 labelled nonsense', utf8, 'x', 'verified'],
  ['Latin-1', latin1, 'iso-8859-1', 'verified'],
  ['UTF-16', utf16, 'utf-16le', 'unknown'],
  ['gzip left compressed', gzip, 'utf-8', 'unknown'],
])('D13 %s', async (_what, bytes, charset, outcome) => {
  const headers = { 'content-type': `application/json; charset=${charset}` }
  const answer = await readVerification(new Response(bytes, { headers }))
  expect(answer).toMatchObject({
    outcome,
    ...(outcome === 'verified' && { newRecoveryCode: newCode }),
  })
})

it('D13 joins characters that arrive in parts', async () => {
  const { response } = answerInChunks(
    Array.from(utf8, (byte) => Uint8Array.of(byte)),
    'closes',
  )
  expect(await readVerification(response)).toMatchObject({ tokens: { scope: 'café' } })
})

const KB = 1024
const blank = new Uint8Array(KB).fill(0x20)
const pieces = Array.from({ length: 10 * KB }, () => blank)

it('D14 reads the first 64 KB of 10 MB', async (context) => {
  const { response, pulled } = answerInChunks(pieces, 'closes')
  expect(await readVerification(response)).toMatchObject({ outcome: 'unknown' })
  expect(pulled).toEqual({ bytes: 65 * KB, cancelled: true })
  proves(context, 'N3', '65 KB of 10 MB asked for')
})

const begun = new TextEncoder().encode(`{"recovery_code":"${newCode}","x":"`)
it.each([
  ['in many pieces', [begun, ...pieces]],
  ['in one piece', [Uint8Array.of(...begun, ...new Uint8Array(100 * KB))]],
])('D14 rescues a code in front of too much, %s', async (_what, chunks) => {
  const { response, pulled } = answerInChunks(chunks, 'closes')
  expect(await readVerification(response)).toMatchObject({
    outcome: 'unfinished',
    newRecoveryCode: newCode,
  })
  expect(pulled.cancelled).toBe(true)
})

it('D14 ignores a code after the first 64 KB', async () => {
  const { response } = answerInChunks(
    [Uint8Array.of(...new Uint8Array(64 * KB), ...begun)],
    'closes',
  )
  expect(await readVerification(response)).toMatchObject({ outcome: 'unknown' })
})

it('D14 a body that can’t be cancelled is harmless', async () => {
  const stream = new ReadableStream<Chunk>({
    pull: (controller) => controller.enqueue(blank),
    cancel: () => Promise.reject(new Error('No.')),
  })
  expect(await readVerification(new Response(stream))).toMatchObject({ outcome: 'unknown' })
})

it('D14 reads exactly 64 KB whole', async () => {
  const padded = new Response(text.padEnd(64 * KB - 1))
  expect(await readVerification(padded)).toMatchObject({ outcome: 'verified' })
})

it('D14 10 MB at 403 say nothing about the client: an incomplete page may begin like this', async () => {
  const { response } = answerInChunks(pieces, 'closes', 403)
  expect(await readVerification(response)).toMatchObject({
    outcome: 'unknown',
    error: { code: 'invalid-response' },
  })
})
