import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { proves } from '../faults/runs.ts'

const folder = join(inject('consumer'), 'runtimes')
const form = (code: string, mfaToken = 'token') =>
  `grant_type=http%3A%2F%2Fauth0.com%2Foauth%2Fgrant-type%2Fmfa-recovery-code&mfa_token=${mfaToken}&recovery_code=${code}`
const refused = (not_sent: string) => ({
  error: 'invalid_request',
  error_description: expect.any(String),
  not_sent,
})
const allowed = 'https://login.example.com'
/** The upstream's answer by code, or a reset. */
const upstreamAnswers: Readonly<Record<string, readonly [status: number, body: object] | 'reset'>> =
  {
    RIGHT: [200, { access_token: 'token', token_type: 'Bearer', recovery_code: 'NEW' }],
    WRONG: [403, { error: 'invalid_grant', error_description: 'Invalid recovery code.' }],
    RESET: 'reset',
  }

interface Sent {
  /** Default `/login`. */
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

interface Expected {
  readonly status: number
  /** A string if the order of its members matters. */
  readonly body: string | object
  readonly headers?: Readonly<Record<string, unknown>>
  /** How many requests go upstream. Default 0. */
  readonly upstream?: number
}

const verified = {
  status: 200,
  body: '{"recovery_code":"NEW","session":true}',
  upstream: 1,
}
const table: Readonly<Record<string, readonly [Sent, Expected]>> = {
  'a right code, with both cookies': [
    {},
    {
      ...verified,
      headers: {
        'set-cookie': [
          'session=1; Path=/; HttpOnly',
          'seen=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT',
        ],
        'cache-control': 'no-store',
        'access-control-allow-origin': undefined,
      },
    },
  ],
  'an origin that may': [
    { headers: { origin: allowed, 'sec-fetch-site': 'cross-site' } },
    {
      ...verified,
      headers: {
        'access-control-allow-origin': allowed,
        'access-control-allow-credentials': 'true',
      },
    },
  ],
  'a wrong code': [
    { body: form('WRONG') },
    { status: 403, body: { error: 'invalid_grant' }, upstream: 1 },
  ],
  'a reset behind it': [
    { body: form('RESET') },
    { status: 502, body: { error: 'server_error' }, upstream: 1 },
  ],
  'a GET': [
    { method: 'GET' },
    { status: 405, body: refused('wrong-method'), headers: { allow: 'POST' } },
  ],
  'a stranger': [
    { headers: { origin: 'https://evil.example' } },
    { status: 403, body: refused('foreign-origin') },
  ],
  JSON: [
    { headers: { 'content-type': 'application/json' } },
    { status: 415, body: refused('wrong-content-type') },
  ],
  'too much': [{ body: form('A'.repeat(8192)) }, { status: 413, body: refused('too-large') }],
  'a malformed form': [{ body: form('%zz') }, { status: 400, body: refused('unreadable-body') }],
  'one parameter more': [
    { body: `${form('RIGHT')}&scope=a` },
    { status: 400, body: refused('wrong-parameters') },
  ],
}

let upstreamRequests = 0
let mfaToken: string | null = null
const upstream = createServer(async (incoming, outgoing) => {
  upstreamRequests += 1
  const parameters = new URLSearchParams(await text(incoming))
  mfaToken = parameters.get('mfa_token')
  const answer = upstreamAnswers[parameters.get('recovery_code') ?? '']
  if (answer === undefined || answer === 'reset') return incoming.socket.destroy()
  const [status, body] = answer
  return outgoing
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify(body))
})
const portOf = () => (upstream.address() as AddressInfo).port

beforeAll(async () => {
  buildSync({
    entryPoints: [join(folder, 'worker.mjs')],
    outfile: join(folder, 'worker.bundle.mjs'),
    bundle: true,
    format: 'esm',
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  upstream.close()
  upstream.closeAllConnections()
})

describe.each(runtimes())('K30 the handler on %s', (name, command, ...args) => {
  let runtime: ChildProcess
  let port: number
  beforeAll(async () => {
    const env = { ...process.env, UPSTREAM: `http://127.0.0.1:${portOf()}`, NODE_OPTIONS: '' }
    runtime = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
    port = await listening(name, runtime)
  })
  afterAll(() => void runtime.kill())

  it.for(Object.entries(table))('%s', async ([, [sent, expected]], context) => {
    const before = upstreamRequests
    const { status, headers, body } = await send(port, sent)
    const wanted = { 'content-type': 'application/json', ...expected.headers }
    expect({
      status,
      body: typeof expected.body === 'string' ? body : JSON.parse(body),
      upstream: upstreamRequests - before,
      headers: Object.fromEntries(Object.keys(wanted).map((key) => [key, headers[key]])),
    }).toEqual({ upstream: 0, ...expected, headers: wanted })
    proves(context, ['N1', 'N9'], `the same answers on ${name}`)
  })

  it('K50 the sign-in in a cookie', async (context) => {
    const { headers, body } = await send(port, { path: '/password' })
    const { handle } = JSON.parse(body)
    const [cookie = ''] = headers['set-cookie'] ?? []
    const held = { path: '/login-with-cookie', body: form('RIGHT', handle) }
    expect((await send(port, held)).status).toBe(401)
    const answer = await send(port, { ...held, headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect([answer.status, mfaToken]).toEqual([200, 'sealed-token'])
    proves(context, 'N4', `sealed and opened on ${name}`)
  })
})

/** The tools' Node and the machine's; all that the README names if `pnpm test:runtimes` has installed them. */
function runtimes(): [name: string, command: string, ...args: string[]][] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const machine = folders
    .filter((path) => !path.includes('node_modules'))
    .map((path) => join(path, 'node'))
    .find((path) => existsSync(path))
  const installed = process.env.RUNTIMES
  if (installed === undefined)
    return [
      ['the Node of the tools', process.execPath, 'node.mjs'],
      ...(machine === undefined
        ? []
        : [['the Node of the machine', machine, 'node.mjs'] as [string, string, string]]),
    ]
  const bin = (path: string) => join(installed, 'node_modules', path)
  return [
    ['Node 20', bin('node-20/bin/node'), 'node.mjs'],
    ['Node 22', bin('node-22/bin/node'), 'node.mjs'],
    ['Node 24', process.execPath, 'node.mjs'],
    ['Bun', bin('bun/bin/bun'), 'bun.mjs'],
    [
      'Deno',
      bin('deno/deno'),
      'run',
      '--no-remote',
      '--node-modules-dir=manual',
      '--allow-all',
      'deno.mjs',
    ],
    ['workerd', bin('workerd/bin/workerd'), 'serve', 'workerd.capnp', '--control-fd=1'],
  ]
}

/** The port a runtime says it listens on; workerd prints JSON. */
async function listening(name: string, { stdout }: ChildProcess): Promise<number> {
  let said = ''
  for await (const chunk of stdout ?? []) {
    said += String(chunk)
    const port = /\bport"?[ :]+(\d+)/.exec(said)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error(`${name} listens nowhere: ${said}`)
}

/** Uses Node's own client: `fetch` sets its own origin. */
async function send(
  port: number,
  { path = '/login', method = 'POST', headers, body = form('RIGHT') }: Sent,
) {
  const origin = `http://127.0.0.1:${port}`
  const type = 'application/x-www-form-urlencoded'
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      origin + path,
      { method, headers: { origin, 'content-type': type, ...headers } },
      resolve,
    )
      .on('error', reject)
      .end(method === 'POST' ? body : undefined)
  })
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}
