/**
 * Dropped. The first five are the handler's own: a session library may copy the headers of another response. The rest
 * belong to one connection, and Node's HTTP/2 throws on them (RFC 9110 §7.6.1, RFC 9113 §8.2.2).
 */
const DROPPED =
  /^(?:access-control-.*|cache-control|content-(?:encoding|length|type)|x-content-type-options|connection|http2-settings|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/

/** `Headers` also accepts other control characters; Node throws on them, and HTTP/2 silently drops the header. */
const SENDABLE = /^[\t -~\x80-\xff]*$/

/** Bytes, attributes included (RFC 6265 §6.1). Browsers silently drop a longer cookie. */
export const LARGEST_COOKIE = 4096

/** Bytes. A proxy's buffer may not hold more: nginx's is 4 or 8 kB. */
const LARGE = 8000

/** Bytes. Node's client gives up at 16,384, and the other headers of the answer need room. */
const LARGEST = 15_000

/**
 * The headers to send with the session.
 *
 * @param onLarge Called with their size in bytes if a proxy may reject them.
 * @throws RangeError if a client would not receive them intact. Then send none, and nobody is signed in.
 */
export function sessionHeaders(
  given: HeadersInit | void,
  onLarge: (bytes: number) => void,
): Headers {
  const all = new Headers(given ?? undefined)
  const headers = new Headers()
  const hops = (all.get('connection') ?? '').toLowerCase().split(/[\s,]+/)
  let bytes = 0
  let sendable = true
  for (const [name, value] of all) {
    const cookie = name === 'set-cookie'
    if (DROPPED.test(name) || (hops.includes(name) && !cookie)) continue
    headers.append(name, value)
    bytes += name.length + value.length + 4
    sendable &&= SENDABLE.test(value) && !(cookie && value.length > LARGEST_COOKIE)
  }
  if (bytes > LARGE) onLarge(bytes)
  if (!sendable || bytes > LARGEST) throw new RangeError()
  return headers
}
