import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request as send } from 'node:http'
import { join } from 'node:path'
import type { Connect } from 'vite'
import { startRedis } from '../../../scripts/redis.ts'

const PROCESSES = 3
/** The backend's own paths. */
const ROUTES = ['/login/recovery-code', '/login/password', '/login/enrol', '/logout', '/me']

export interface Fleet {
  /** A load balancer that knows no sign-in: each request goes to the next process. */
  readonly middleware: Connect.NextHandleFunction
  close(): Promise<void>
}

/** Three login backends in processes of their own, which share a Redis for held answers and nothing else. */
export async function serveFleet(authServer: string, clientId: string): Promise<Fleet> {
  const redis = await startRedis()
  const env = {
    ...process.env,
    REDIS_URL: redis.url,
    AUTH_SERVER: authServer,
    CLIENT_ID: clientId,
    SECRET: randomBytes(32).toString('base64'),
  }
  const processes = await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      const child = fork(join(import.meta.dirname, 'fleet-process.ts'), {
        env,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      })
      const [port] = await once(child.stdout!, 'data')
      return { child, port: Number(String(port)) }
    }),
  )
  let turn = 0
  return {
    middleware(incoming, outgoing, next) {
      if (!ROUTES.includes(incoming.url?.split('?')[0] ?? '')) return next()
      turn += 1
      const { port } = processes[turn % PROCESSES]!
      const { method, url, headers } = incoming
      const forwarded = send({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      forwarded.on('error', () => outgoing.destroy())
      incoming.pipe(forwarded)
    },
    async close() {
      for (const { child } of processes) child.kill()
      await redis.stop()
    },
  }
}
