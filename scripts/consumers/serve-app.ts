import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { consumerEnv } from './run-script.ts'

/** An app that runs. */
export interface App {
  /** The origin. */
  readonly url: string
  /** What it has printed so far. */
  readonly printed: () => string
  readonly close: () => void
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves a folder of built files. */
export async function serveFiles(folder: string): Promise<App> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      const body = await readFile(path)
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    printed: () => '',
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * Runs the fixture's `start`, a server that takes a free port or `PORT`, and prints its address.
 *
 * @throws Error with what it printed, if it ends without, or is ended after a minute without.
 */
export async function startServer(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<App> {
  const server = spawn('npm', ['run', 'start'], {
    cwd: folder,
    env: consumerEnv({ PORT: await freePort(), ...env }),
    // A group of its own: npm starts a shell, and that the server.
    detached: true,
  })
  const close = () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
  }
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += String(chunk)
      const port = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::\]):(\d+)/.exec(
        printed,
      )?.[1]
      if (port === undefined) return
      clearTimeout(silent)
      resolve(`http://127.0.0.1:${port}`)
    }
    const silent = setTimeout(close, 60_000)
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('exit', () => reject(new Error(`npm run start ended\n${printed}`)))
  })
  return { url, printed: () => printed, close }
}

/** For a server that cannot say which one it took: React Router's prints `:0`. */
async function freePort(): Promise<string> {
  const { url, close } = await serveFiles('')
  close()
  return new URL(url).port
}
