import { Readable } from 'node:stream'
import {
  listAuthenticators,
  readVerification,
  verifyRecoveryCode,
  type Verification,
} from 'react-recovery-login/protocol'
import { expect, it, onTestFinished, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { proves } from './runs.ts'
import { refusal } from './wire.ts'

const { oldCode, newCode, mfaToken, accessToken } = canaries
const success = { access_token: accessToken, recovery_code: newCode, token_type: 'Bearer' }
const text = JSON.stringify(success)
const ok = { ok: true, status: 200 }
const rejects = () => Promise.reject(new SyntaxError(`Unexpected token ${newCode}`))
const stubOf = (members: object) => members as Response

async function verify(members: object): Promise<Verification> {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(stubOf(members))
  const transport = { domain: 'tenant.example.com', clientId: 'c', fetch }
  const answer = await verifyRecoveryCode({ transport, mfaToken, recoveryCode: oldCode })
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(findCanaries('error' in answer && answer.error)).toEqual([])
  return answer
}

const readable: readonly (readonly [stub: string, members: object])[] = [
  ['only json', { ...ok, json: async () => success }],
  ['json, and no status', { json: async () => success }],
  ['json that is not a promise', { ...ok, json: () => success }],
  ['only text', { ...ok, text: async () => text }],
  ['text and json', { ...ok, text: async () => text, json: rejects }],
  ['text that is a bare mock, and json', { ...ok, text: vi.fn<() => void>(), json: () => success }],
  [
    'no body, as in React Native',
    { ...ok, body: undefined, headers: new Headers(), text: () => text },
  ],
  ['a null body', { ...ok, body: null, text: async () => text }],
  [
    'a Node stream as its body, as in node-fetch',
    { ...ok, body: Readable.from([text]), text: () => text },
  ],
]

test.for(readable)('Q20 reads a stubbed answer with %s', async ([, members], context) => {
  const verified = {
    outcome: 'verified',
    newRecoveryCode: newCode,
    tokens: { access_token: accessToken },
  }
  expect(await verify(members)).toMatchObject(verified)
  expect(await readVerification(stubOf(members))).toMatchObject(verified)
  proves(context, 'N2', `${readable.length} kinds of answer without a stream`)
})

it('Q20 reads it without TextDecoder, as in Jest’s jsdom', async () => {
  vi.stubGlobal('TextDecoder', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  expect(await verify({ ...ok, json: async () => success })).toMatchObject({ outcome: 'verified' })
})

it('Q20 keeps the new code of a text that is cut off', async () => {
  const cut = text.slice(0, text.indexOf(newCode) + newCode.length + 1)
  expect(await verify({ ...ok, text: async () => cut })).toMatchObject({
    outcome: 'unfinished',
    newRecoveryCode: newCode,
  })
})

const forbidden = { ok: false, status: 403 }

test.for<[stub: string, members: object]>([
  ['no headers', { ...forbidden, json: async () => refusal }],
  ['no ok', { status: 403, json: async () => refusal }],
  ['a plain object of headers', { ...forbidden, headers: {}, json: async () => refusal }],
  [
    'a Map of headers',
    { ...forbidden, headers: new Map(), text: async () => JSON.stringify(refusal) },
  ],
])('Q21 reads a stubbed refusal with %s', async ([, members], context) => {
  expect(await verify(members)).toMatchObject({
    outcome: 'refused',
    error: { code: 'code-rejected', status: 403, retryAfter: undefined },
  })
  proves(context, 'N3', 'a refusal is told as one')
})

it('Q21 reads the wait in a Map of headers', async () => {
  const headers = new Map([['retry-after', '7']])
  expect(await verify({ ok: false, status: 429, headers })).toMatchObject({
    error: { code: 'rate-limited', retryAfter: 7000 },
  })
})

test.for<[stub: string, members: object]>([
  ['only a status', ok],
  ['only a refused status', forbidden],
  ['json that rejects', { ...ok, json: rejects }],
  ['text that rejects', { ...ok, text: rejects }],
  ['json of undefined', { ...ok, json: async () => undefined }],
  ['json that can’t be serialized', { ...ok, json: async () => ({ recovery_code: 1n }) }],
  ['a text that is not JSON', { ...ok, text: async () => '<p>Hello</p>' }],
  ['a refusal that is cut off', { ...forbidden, text: async () => '{"error":"invalid' }],
])('Q22 after a stub with %s, the code’s fate is unknown', async ([, members], context) => {
  expect(await verify(members)).toMatchObject({
    outcome: 'unknown',
    error: { code: 'invalid-response', codeMayBeSpent: true },
  })
  proves(context, 'N3', 'an answer that nobody can read is unknown')
})

it('Q20 reads a stubbed list of authenticators', async () => {
  const list = [{ id: 'x', authenticator_type: 'recovery-code', active: true }]
  const fetch = async () => stubOf({ ...ok, json: async () => list })
  expect(await listAuthenticators({ domain: 'tenant.example.com', mfaToken, fetch })).toEqual(list)
})
