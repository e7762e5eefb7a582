import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { installPackages } from './install-packages.ts'

/** A Redis server of its own, on loopback, that keeps nothing on disk. */
export interface RunningRedis {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts the system's redis-server on a free port; if there is none, the distribution's package is installed, if we are
 * root on Debian or Ubuntu.
 *
 * @throws Error that says what to do if none is available.
 */
export async function startRedis(): Promise<RunningRedis> {
  if (!present() && !(installPackages('redis-server') && present()))
    throw new Error(
      'A Redis server is needed, and none could be found or installed. Install one (`sudo apt-get install redis-server`).',
    )
  const port = await freePort()
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(server, 'exit')
  await Promise.race([ready(server.stdout), ended])
  if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}.`)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill('SIGKILL')
      await ended
    },
  }
}

function ready(output: Readable): Promise<void> {
  return new Promise((resolve) => {
    let text = ''
    // Read to the end: a full pipe would stop the server.
    output.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.includes('Ready to accept connections')) resolve()
    })
  })
}

function present(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

/** Redis takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
