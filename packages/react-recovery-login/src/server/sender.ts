/** Who posts: a page of this origin, a page of another one that may, or `stranger`. */
export type Sender = 'same-origin' | 'stranger' | { readonly allowedOrigin: string }

/**
 * Tells a page of one's own from any other by what browsers alone set and no page can: `Origin`, which they send with
 * every POST, and `Sec-Fetch-Site`. A request with neither comes from no browser and is a stranger's too: a test or a
 * script adds an `Origin`.
 *
 * @param allowed Origins that may post, beside the request's own.
 * @see OWASP ASVS 5.0 3.5.1 (cross-site request forgery), https://www.w3.org/TR/fetch-metadata/
 */
export function senderOf(request: Request, allowed: ReadonlySet<string>): Sender {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin !== null && allowed.has(origin)) return { allowedOrigin: origin }
  if (site !== null && site !== 'same-origin') return 'stranger'
  if (origin === null) return site === 'same-origin' ? 'same-origin' : 'stranger'
  const own = new URL(request.url)
  if (origin === own.origin) return 'same-origin'
  // TLS often ends at a proxy, and then this server sees http: with the browser's word for it, the same host will do.
  return site === 'same-origin' && origin === `https://${own.host}` ? 'same-origin' : 'stranger'
}
