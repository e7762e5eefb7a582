import { isSecure, parseUrl } from '../protocol/transport.ts'

/**
 * An `Origin` whose page nobody in between could have written: https, or http on localhost. Undefined for any other
 * text, and for `null`, a page without an origin.
 */
export function readOrigin(origin: string): URL | undefined {
  const url = parseUrl(origin)
  return url?.origin === origin && isSecure(url) ? url : undefined
}
