import { spawn } from 'node:child_process'
import { serveFiles } from '../serve-files.ts'
import { consumerEnv } from './run-script.ts'

/** A running app. */
export interface App {
  /** The origin. */
  readonly url: string
  /** What it has printed so far. */
  readonly printed: () => string
  readonly close: () => void
}

/** Serves a folder of built files. */
export async function serveBuilt(folder: string): Promise<App> {
  const { address, close } = await serveFiles(folder)
  return { url: new URL(address).origin, printed: () => '', close }
}

/**
 * Runs the fixture's `start`, a server that uses a free port or `PORT`, and prints its address.
 *
 * @throws Error with what it printed, if it ends without an address, or has none after a minute.
 */
export async function startServer(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<App> {
  const server = spawn('npm', ['run', 'start'], {
    cwd: folder,
    env: consumerEnv({ PORT: await freePort(), ...env }),
    // Its own process group: npm starts a shell, which starts the server.
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

/** For a server that doesn't say which port it got: React Router's prints `:0`. */
async function freePort(): Promise<string> {
  const { address, close } = await serveFiles('')
  close()
  return new URL(address).port
}
