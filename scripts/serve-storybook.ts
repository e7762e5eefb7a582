import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export interface StorybookServer {
  /** Ends with a slash. */
  readonly address: string
  readonly close: () => void
}

/** Serves the folder of a static Storybook under a sub-path, as a project's page on a shared host is. */
export async function serveStorybook(folder: string): Promise<StorybookServer> {
  const base = '/kit/'
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // A browser asks for it by itself.
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const file = join(folder, pathname.endsWith('/') ? 'index.html' : pathname.slice(base.length))
    const there = pathname.startsWith(base) && file.startsWith(folder) && existsSync(file)
    if (!there || !statSync(file).isFile()) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}${base}`, close: () => server.close() }
}
