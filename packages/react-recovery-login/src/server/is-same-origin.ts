import { parseUrl } from '../protocol/transport.ts'
import { readOrigin } from './read-origin.ts'

/**
 * Whether a page of this origin posts, judged by headers that only browsers set and pages can't.
 * `Sec-Fetch-Site: same-origin` says so, and holds whatever a proxy did to the host. If an older browser sends none,
 * `Origin`, which every browser sends with a POST, must match `Host`. The request's URL proves nothing: a framework may
 * know its process by another name (Next.js: `http://localhost:3000`). A request with neither is not from a browser: a
 * test or a script must add an `Origin`.
 *
 * @param trustForwardedHost Uses `x-forwarded-host`, which anyone may send, instead of `Host`.
 * @see OWASP ASVS 5.0 3.5.1 (cross-site request forgery), https://www.w3.org/TR/fetch-metadata/
 */
export function isSameOrigin({ url, headers }: Request, trustForwardedHost: boolean): boolean {
  const origin = headers.get('origin')
  const page = readOrigin(origin ?? '')
  if (origin !== null && page === undefined) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const [forwarded] = (trustForwardedHost && headers.get('x-forwarded-host')?.split(',')) || []
  const host = forwarded ?? headers.get('host') ?? new URL(url).host
  return page !== undefined && parseUrl(`${page.protocol}//${host}`)?.origin === origin
}
