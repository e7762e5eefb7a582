import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { WEB_CLIENT_SECRET } from 'auth-server'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import { startFaultServer, type FaultServer } from '#test/fault-server/fault-server.ts'
import { bundle } from '../../support/bundle.ts'

const pages = join(import.meta.dirname, '../pages')

export interface FaultSiteOptions {
  /** For every response. */
  readonly headers?: Readonly<Record<string, string>>
  /** Instead of the empty `#root`. */
  readonly prerendered?: string
  /** For the script and the stylesheet. */
  readonly nonce?: string
  /** Whether the OAuth server allows the page's origin. Default true. */
  readonly allowed?: boolean
  /** The OAuth server's, see `startFaultServer`. */
  readonly keepAlive?: boolean
  /** One of `pages`, at `/service-worker.js`. */
  readonly serviceWorker?: string
}

export interface FaultSite {
  readonly url: string
  /** The OAuth server that its page and its handler talk to. */
  readonly server: FaultServer
  /** What was posted to it, besides the handler's requests. */
  readonly posted: readonly { readonly url: string; readonly body: string }[]
  close(): Promise<void>
}

/** A login page with its handler, over a connection that a test can break. */
export async function startFaultSite(
  page: string,
  options: FaultSiteOptions = {},
): Promise<FaultSite> {
  const {
    headers = {},
    prerendered = '',
    nonce,
    allowed = true,
    keepAlive,
    serviceWorker,
  } = options
  const server = await startFaultServer({ keepAlive })
  const posted: { url: string; body: string }[] = []
  const takeRecoveryCode = createRecoveryCodeHandler({
    domain: server.url,
    clientId: 'web',
    clientSecret: WEB_CLIENT_SECRET,
    onTokens: () => ({}),
  })
  const { script, style } = await bundle(join(pages, page))
  const attribute = nonce === undefined ? '' : ` nonce="${nonce}"`
  const files: Record<string, readonly [type: string, content: string]> = {
    '/page.js': ['text/javascript', script],
    '/page.css': ['text/css', style],
    '/service-worker.js': [
      'text/javascript',
      serviceWorker === undefined ? '' : (await bundle(join(pages, serviceWorker))).script,
    ],
    '/': [
      'text/html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>
<link rel="stylesheet" href="/page.css"${attribute}>
<div id="root">${prerendered}</div>
<script type="module" src="/page.js"${attribute}></script>`,
    ],
  }

  const site = createServer(async (incoming, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
    const { pathname } = new URL(incoming.url ?? '/', url)
    if (pathname === '/login/recovery-code') {
      const answer = await takeRecoveryCode(await webRequest(incoming))
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      return outgoing.end(await answer.text())
    }
    if (incoming.method === 'POST')
      posted.push({ url: incoming.url ?? '', body: await text(incoming) })
    const [type, content] = files[pathname] ?? ['text/plain', '']
    return outgoing.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content)
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  if (allowed) server.auth.allowOrigin(url)
  return {
    url,
    server,
    posted,
    async close() {
      site.close()
      site.closeAllConnections()
      await server.close()
    },
  }

  async function webRequest(incoming: IncomingMessage): Promise<Request> {
    const given = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
    return new Request(new URL(incoming.url ?? '', url), {
      method: incoming.method ?? 'GET',
      headers: Object.fromEntries(given),
      ...(incoming.method === 'POST' && { body: await text(incoming) }),
    })
  }
}
