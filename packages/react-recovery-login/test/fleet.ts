import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startRedis } from '../../../scripts/redis.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../src/protocol/send-recovery-code.ts'

/** A login server's process: killed, it gets a successor on another port. */
export interface FleetProcess {
  readonly port: number
  readonly pid: number
  kill(): Promise<void>
}

export interface Fleet {
  readonly redisUrl: string
  /** By mfa token: how often the token endpoint was asked, and how often it said yes. */
  readonly exchanges: ReadonlyMap<string, { asked: number; accepted: number }>
  /** By mfa token: called at the token endpoint, which answers when it resolves. */
  readonly asked: Map<string, () => unknown>
  start(settings?: Readonly<Record<string, string>>): Promise<FleetProcess>
  /** How often these processes have asked the store. */
  claims(processes: readonly FleetProcess[]): Promise<number>
  close(): Promise<void>
}

/** What a browser reads. Undefined: the connection broke. */
export interface FleetAnswer {
  readonly status: number
  readonly body: string
  readonly cookie: string | undefined
}

/** A token endpoint that takes each sign-in's code once, a Redis, and login servers in processes of their own. */
export async function startFleet(): Promise<Fleet> {
  const redis = await startRedis()
  const exchanges = new Map<string, { asked: number; accepted: number }>()
  const asked = new Map<string, () => unknown>()
  const processes = new Set<ChildProcess>()
  const endpoint = createServer(async (incoming, outgoing) => {
    const form = new URLSearchParams((await incoming.toArray()).join(''))
    const token = form.get('mfa_token') ?? ''
    const exchange = exchanges.get(token) ?? { asked: 0, accepted: 0 }
    exchanges.set(token, exchange)
    exchange.asked += 1
    await asked.get(token)?.()
    const right = form.get('recovery_code') === codeOf(token) && exchange.accepted === 0
    if (right) exchange.accepted += 1
    outgoing
      .writeHead(right ? 200 : 403, { 'content-type': 'application/json' })
      .end(
        JSON.stringify(
          right
            ? { access_token: `access-${token}`, recovery_code: newCodeOf(token) }
            : { error: 'invalid_grant', error_description: 'Invalid recovery code.' },
        ),
      )
  }).listen(0, '127.0.0.1')
  await once(endpoint, 'listening')
  const domain = `http://localhost:${(endpoint.address() as AddressInfo).port}`

  const fleet: Fleet = {
    redisUrl: redis.url,
    exchanges,
    asked,
    async start(settings = {}) {
      const child = spawn(
        process.execPath,
        [
          '--conditions=react-recovery-login-source',
          join(import.meta.dirname, 'node-servers/fleet-server.ts'),
        ],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: {
            ...process.env,
            REDIS_URL: redis.url,
            DOMAIN: domain,
            SECRET: 'a secret of at least thirty-two characters',
            ...settings,
          },
        },
      )
      processes.add(child)
      const ended = once(child, 'exit')
      const [output] = (await once(child.stdout, 'data')) as [Buffer]
      return {
        port: Number(output.toString()),
        pid: Number(child.pid),
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
      }
    },
    async claims(processes) {
      const counts = processes.map(async ({ port }) => {
        const answer = await fetch(`http://127.0.0.1:${port}/claims`)
        return Number(await answer.text())
      })
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
    },
    async close() {
      for (const child of processes) child.kill('SIGKILL')
      endpoint.closeAllConnections()
      endpoint.close()
      await redis.stop()
    },
  }
  return fleet
}

/** The right code of a sign-in. */
export function codeOf(mfaToken: string): string {
  return `OLD${mfaToken.toUpperCase().padStart(21, '7')}`
}

/** The code it gets: a canary, which no other sign-in may read. */
export function newCodeOf(mfaToken: string): string {
  return `NEW${mfaToken.toUpperCase().padStart(21, '7')}`
}

/**
 * A browser's POST.
 *
 * @param breaks Breaks the connection: before the answer, when this resolves, or after so many of its characters.
 */
export function post(
  { port }: { readonly port: number },
  mfaToken: string,
  more: Readonly<Record<string, string>> = {},
  breaks: Promise<unknown> | number = Infinity,
): Promise<FleetAnswer | undefined> {
  const body = new URLSearchParams({
    grant_type: RECOVERY_CODE_GRANT_TYPE,
    mfa_token: mfaToken,
    recovery_code: codeOf(mfaToken),
    ...more,
  }).toString()
  return new Promise((resolve) => {
    const request = send({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/login/recovery-code',
      agent: false,
      headers: {
        host: 'login.example.com',
        origin: 'https://login.example.com',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
      },
    })
    const broken = () => resolve(undefined)
    request.on('error', broken).on('response', (response) => {
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (piece: string) => {
          text += piece
          if (typeof breaks === 'object' || text.length <= breaks) return
          broken()
          response.destroy()
        })
        .on('close', () => {
          if (!response.complete) return broken()
          const cookie = response.headers['set-cookie']?.[0]
          return resolve({ status: response.statusCode ?? 0, body: text, cookie })
        })
    })
    if (typeof breaks === 'object') void breaks.then(() => request.destroy())
    request.end(body)
  })
}
