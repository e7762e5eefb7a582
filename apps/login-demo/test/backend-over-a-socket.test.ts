import { createServer, type RequestListener } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { createLoginBackend } from '../server/login-backend.ts'
import { serveWeb } from '../server/serve-web.ts'
import { sendRaw, statusOf } from './send-raw.ts'

const HOUR = 3_600_000

it('M7 a session ends after eight hours', async () => {
  const on = await startBackend()
  const cookie = await on.signIn()
  on.clock.now += 8 * HOUR - 1
  expect(await on.account(cookie)).toBe('mira@example.com')
  on.clock.now += 1
  expect(await on.account(cookie)).toBeNull()
})

it('M7 signing in again ends the previous session', async () => {
  const on = await startBackend()
  const first = await on.signIn()
  const second = await on.signIn(first)
  expect(second).not.toBe(first)
  expect(await on.account(first)).toBeNull()
  expect(await on.account(second)).toBe('mira@example.com')
})

it('M8 a hundred sessions at most: one more ends the oldest', async () => {
  const on = await startBackend()
  const first = await on.signIn()
  const second = await on.signIn()
  for (let begun = 2; begun < 100; begun += 1) await on.signIn()
  expect(await on.account(first)).toBe('mira@example.com')
  await on.signIn()
  expect(await on.account(first)).toBeNull()
  expect(await on.account(second)).toBe('mira@example.com')
}, 30_000)

it('M5 the bridge does not mistake a target’s host for its own', async () => {
  const on = await startBackend()
  const answer = await sendRaw(on.url, {
    line: 'POST //else.example/logout HTTP/1.1',
    headers: { origin: 'http://else.example', 'content-length': '0' },
  })
  expect(statusOf(answer)).toBe(404)
})

/** The backend on a port, in front of an OAuth server that signs everyone in. */
async function startBackend() {
  const payload = Buffer.from('{"email":"mira@example.com"}').toString('base64url')
  const authServer = await listen((_request, response) =>
    response.end(JSON.stringify({ id_token: `e30.${payload}.` })),
  )
  const clock = { now: 0 }
  const options = { authServer, clientId: 'web', clientSecret: 'x', now: () => clock.now }
  const handle = serveWeb(createLoginBackend(options))
  const url = await listen((request, response) =>
    handle(request, response, () => response.writeHead(404).end('none')),
  )
  return {
    url,
    clock,
    async signIn(cookie = ''): Promise<string> {
      const body = '{"email":"mira@example.com","password":"x"}'
      const headers = { origin: url, cookie, 'content-length': String(body.length) }
      const answer = await sendRaw(url, { line: 'POST /login/password HTTP/1.1', headers, body })
      expect(statusOf(answer)).toBe(200)
      return /^set-cookie: ([^;]+)/im.exec(answer)?.[1] ?? ''
    },
    async account(cookie: string): Promise<unknown> {
      const answer = await sendRaw(url, { line: 'GET /me HTTP/1.1', headers: { cookie } })
      return JSON.parse(/\{.*\}/.exec(answer)?.[0] ?? '{}').account
    },
  }
}

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return `http://127.0.0.1:${address.port}`
}
