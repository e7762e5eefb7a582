/**
 * Whether a page of this origin posts, by what browsers alone set and no page can: `Origin`, which they send with every
 * POST, and `Sec-Fetch-Site`. A request with neither comes from no browser and is a stranger's: a test or a script adds
 * an `Origin`.
 *
 * @see OWASP ASVS 5.0 3.5.1 (cross-site request forgery), https://www.w3.org/TR/fetch-metadata/
 */
export function isSameOrigin({ url, headers }: Request): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const own = new URL(url)
  if (site === null) return origin === own.origin
  // TLS often ends at a proxy, and then this server sees http: with the browser's word for it, the same host will do.
  const ownOrigins = [null, own.origin, `https://${own.host}`]
  return site === 'same-origin' && ownOrigins.includes(origin)
}
