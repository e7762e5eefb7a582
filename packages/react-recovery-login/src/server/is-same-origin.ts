import { parseUrl } from '../protocol/transport.ts'
import { readOrigin } from './read-origin.ts'

/**
 * Whether a page of this origin posts, by what browsers alone set and no page can. `Sec-Fetch-Site: same-origin` is
 * their word for it, and holds whatever a proxy made of the host. Where an older browser sends none, `Origin`, which all
 * send with a POST, has to be that of `Host`. The URL of the request is no proof: a framework may know its process by
 * another name (Next.js: `http://localhost:3000`). A request with neither comes from no browser: a test or a script adds
 * an `Origin`.
 *
 * @param trustForwardedHost Takes `x-forwarded-host`, which anyone may send, in place of `Host`.
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
