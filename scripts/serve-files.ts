import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export interface FileServer {
  /** Ends with a slash. */
  readonly address: string
  readonly close: () => void
}

/**
 * Serves a folder of built files on a free loopback port.
 *
 * @param base The path it is served under, like a project page on a shared host. Default `/`.
 */
export async function serveFiles(folder: string, base = '/'): Promise<FileServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // Browsers request it by themselves.
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const file = join(folder, path.slice(base.length))
    const there = pathname.startsWith(base) && file.startsWith(folder) && existsSync(file)
    if (!there || !statSync(file).isFile()) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
