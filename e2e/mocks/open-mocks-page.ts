import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll } from 'vitest'
import { openPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'

const { script } = await bundle(join(import.meta.dirname, 'page.tsx'))
const files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/': ['text/html', '<!doctype html><main></main><script src="/page.js"></script>'],
  '/page.js': ['text/javascript', script],
  '/mockServiceWorker.js': [
    'text/javascript',
    readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')),
  ],
}
const server = createServer(({ url = '' }, response) => {
  const [type, body] = files[url] ?? ['text/plain', '']
  response.writeHead(url in files ? 200 : 404, { 'content-type': type }).end(body)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => void server.close().closeAllConnections())

/** `page.tsx`, until the file is over, from a server that also has msw's worker: a made-up page can't have one. */
export async function openMocksPage(): Promise<Page> {
  const page = await openPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return page
}
