import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connect, ViteDevServer } from 'vite'

/** What Vite writes into every script and style of a page, to be replaced by that response's nonce. */
export const NONCE_TO_COME = 'nonce-to-come'

/** What SECURITY.md asks a host for, and a policy under which Vite's development server works. */
function headersWith(nonce: string): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      // The OAuth server, which a public client calls, and Vite's socket; their ports vary.
      "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:*",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  }
}

/**
 * Serves the folder's `index.html` for whatever a browser opens as a page.
 *
 * @param leftOut Returns the names of headers to leave out, currently.
 */
export function servePage(
  vite: ViteDevServer,
  leftOut: () => readonly string[],
): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) return next()
    readFile(join(vite.config.root, 'index.html'), 'utf8')
      .then((html) => vite.transformIndexHtml(request.url ?? '/', html))
      .then((html) => {
        const nonce = randomBytes(16).toString('base64url')
        const headers = { 'content-type': 'text/html; charset=utf-8', ...headersWith(nonce) }
        for (const [name, value] of Object.entries(headers))
          if (!leftOut().includes(name)) response.setHeader(name, value)
        response.end(html.replaceAll(NONCE_TO_COME, nonce))
      })
      .catch(next)
  }
}
