import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveDemo, type Demo } from '../serve.ts'
import { sendRaw, statusOf } from './send-raw.ts'

const cacheDir = mkdtempSync(join(tmpdir(), 'login-demo-'))
let demo: Demo
beforeAll(async () => {
  // No browser loads the page, so nothing is bundled.
  const vite = { cacheDir, optimizeDeps: { noDiscovery: true } }
  demo = await serveDemo({ port: 0, quiet: true, vite })
}, 30_000)
afterAll(async () => {
  await demo.close()
  rmSync(cacheDir, { recursive: true, force: true })
})

const servers = { 'the login page': () => demo.url, 'the OAuth server': () => demo.auth.url }
const alive = (url: string) =>
  sendRaw(url, { line: `GET ${url === demo.url ? '/me' : '/jwks'} HTTP/1.1` }).then(statusOf)

for (const [name, url] of Object.entries(servers)) {
  it.each([
    '//',
    'http://[',
    'http://[/me',
    'http://127.0.0.1/me',
    '//else.example/me',
    '*',
    'me',
    '/%zz',
    '/me?[',
  ])(`M1 ${name} answers GET %s, and the next one`, async (target) => {
    const status = statusOf(await sendRaw(url(), { line: `GET ${target} HTTP/1.1` }))
    const expected = target.startsWith('/') && !target.startsWith('//') ? [200, 400, 404] : [400]
    expect(expected).toContain(status)
    expect(await alive(url())).toBe(200)
  })

  it.each(['TRACE', 'PUT', 'PROPFIND'])(
    `M2 ${name} refuses %s, and says what it takes`,
    async (method) => {
      for (const path of ['/', '/me', '/login/password', '/oauth/token']) {
        const answer = await sendRaw(url(), { line: `${method} ${path} HTTP/1.1` })
        expect(statusOf(answer)).toBe(405)
        expect(answer).toMatch(/^allow: GET, HEAD, POST, OPTIONS\r$/im)
      }
      expect(await alive(url())).toBe(200)
    },
  )

  it.each(['/login/password', '/login/recovery-code', '/oauth/token', '/mfa/associate'])(
    `M3 ${name} reads no body of 60 MB, on %s`,
    async (path) => {
      const line = `POST ${path} HTTP/1.1`
      const headers = { origin: demo.url, 'content-type': 'application/json' }
      const length = { ...headers, 'content-length': '60000000' }
      const body = Buffer.alloc(60_000_000, 'a')
      expect(statusOf(await sendRaw(url(), { line, headers: length, body }))).toBe(413)
      // No byte of it was sent, and the server doesn't wait for any.
      expect(statusOf(await sendRaw(url(), { line, headers: length }))).toBe(413)
      const chunked = { ...headers, 'transfer-encoding': 'chunked' }
      expect(statusOf(await sendRaw(url(), { line, headers: chunked }))).toBe(411)
      expect(await alive(url())).toBe(200)
    },
  )

  it.each(['http://[', '//', '/'])(`M4 ${name} outlives an upgrade of %s`, async (target) => {
    await sendRaw(url(), {
      line: `GET ${target} HTTP/1.1`,
      headers: {
        connection: 'upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-version': '13',
        'sec-websocket-protocol': 'vite-hmr',
      },
    })
    expect(await alive(url())).toBe(200)
  })
}

it('M5 a target that names another host is not on that host: its page signs nobody out', async () => {
  const answer = await sendRaw(demo.url, {
    line: 'POST //else.example/logout HTTP/1.1',
    headers: { origin: 'http://else.example', 'content-length': '0' },
  })
  expect(statusOf(answer)).toBe(400)
  expect(answer).not.toMatch(/^set-cookie:/im)
})

it('M6 the page has the headers that SECURITY.md asks a host for', async () => {
  const page = () => sendRaw(demo.url, { line: 'GET / HTTP/1.1', headers: { accept: 'text/html' } })
  const first = await page()
  expect(statusOf(first)).toBe(200)
  expect(first).toMatch(/^cache-control: no-store\r$/im)
  expect(first).toMatch(/^referrer-policy: no-referrer\r$/im)
  expect(first).toMatch(/^x-content-type-options: nosniff\r$/im)
  const policy = /^content-security-policy: (.+)\r$/im.exec(first)?.[1]?.split('; ') ?? []
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("default-src 'none'")
  expect(policy.join()).not.toContain('unsafe')
  const nonce = /'nonce-([\w-]{22})'/.exec(policy.join())?.[1]
  expect(first, 'the page’s own scripts run').toContain(`nonce="${nonce}"`)
  expect(await page(), 'the next page has another').not.toContain(nonce)
})
