import { verifyRecoveryCode, type Verification } from 'react-recovery-login/protocol'
import { expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { json, serve } from '../serve.ts'

const { oldCode, newCode, mfaToken, accessToken } = canaries
const success = { recovery_code: newCode, access_token: accessToken, token_type: 'Bearer' }
const unknown = {
  outcome: 'unknown',
  error: { code: 'network', codeMayBeSpent: true, status: undefined },
}

async function verify(domain: string, given: object = {}): Promise<Verification> {
  const transport = { domain, clientId: 'c', ...given }
  const answer = await verifyRecoveryCode({ transport, mfaToken, recoveryCode: oldCode })
  expect(findCanaries('error' in answer && answer.error)).toEqual([])
  return answer
}

it('D1 connection refused', async () => {
  const { origin, close } = await serve(json(success))
  await close()
  expect(await verify(origin)).toMatchObject(unknown)
})

it('D1 no such host', async () => {
  expect(await verify('nowhere.invalid')).toMatchObject(unknown)
})

it('D2 reset before the headers', async () => {
  const { seen, origin } = await serve((_response, { socket }) => socket.resetAndDestroy())
  expect(await verify(origin)).toMatchObject(unknown)
  expect(seen).toHaveLength(1)
})

it('D2 closed without an answer', async () => {
  const { seen, origin } = await serve((_response, { socket }) => socket.end())
  expect(await verify(origin)).toMatchObject(unknown)
  expect(seen).toHaveLength(1)
})

it.each([301, 302, 303, 307, 308])('D8 %i is not followed', async (status) => {
  const target = await serve(json(success))
  const { seen, origin } = await serve((response) => {
    response.writeHead(status, { location: `${target.origin}/oauth/token` }).end()
  })
  expect(await verify(origin)).toMatchObject(unknown)
  expect(seen).toHaveLength(1)
  expect(target.seen).toEqual([])
})

const throws = () => {
  throw new TypeError(`cannot send ${oldCode}`)
}
test.each<[what: string, fetch: unknown]>([
  ['throws synchronously', throws],
  ['rejects with a secret', async () => Promise.reject(new Error('no', { cause: oldCode }))],
  ['rejects with nothing', async () => Promise.reject()],
  ['returns nothing', () => undefined],
  ['resolves to null', async () => null],
  ['resolves to a string', async () => newCode],
  ['resolves to another object', async () => ({ status: 200, text: newCode })],
  ['resolves to an object with ok: true', async () => ({ ok: true, status: 200, text: newCode })],
  ['is not a function', 'fetch'],
])('D15 a fetch that %s is unknown', async (_what, fetch) => {
  const answer = await verify('tenant.eu.auth0.com', { fetch })
  expect(answer).toMatchObject({ outcome: 'unknown', error: { codeMayBeSpent: true } })
})

it('D15 no fetch at all is unknown', async () => {
  vi.stubGlobal('fetch', undefined)
  try {
    expect(await verify('tenant.eu.auth0.com')).toMatchObject(unknown)
  } finally {
    vi.unstubAllGlobals()
  }
})

const body = JSON.stringify(success)
const afterCode = body.indexOf(newCode) + newCode.length + 1
const rescued = { newRecoveryCode: newCode }

test.each([
  ['D3 a socket closed in the code', afterCode - 2, { outcome: 'unknown' }],
  ['D3 a socket closed after the code', afterCode, { outcome: 'unfinished', ...rescued }],
  ['D13 a wrong length', body.length, { outcome: 'verified', ...rescued }],
])('%s', async (_where, cut, verification) => {
  const { seen, origin } = await serve((response, { socket }) => {
    response.writeHead(200, { 'content-length': body.length + 10 })
    response.write(body.slice(0, cut), () => socket.end())
  })
  expect(await verify(origin)).toMatchObject(verification)
  expect(seen).toHaveLength(1)
})

it('D13 gzip that is not gzip', async () => {
  const { seen, origin } = await serve((response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)
  })
  expect(await verify(origin)).toMatchObject({ outcome: 'unknown' })
  expect(seen).toHaveLength(1)
})
