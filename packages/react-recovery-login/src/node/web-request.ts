import { createRequest } from '@remix-run/node-fetch-server'
import type { Call } from './call.ts'

/** Invalid UTF-8, which the handler refuses as not form-encoded. */
const NOT_UTF8 = new Uint8Array([0xff])

/**
 * The Web request for a call, with the body as it arrives, or rebuilt from what a parser left.
 *
 * @throws what `Request` and `URL` throw on a method, host or target they don't accept.
 */
export function webRequest({ incoming, outgoing, parsed }: Call): Request {
  const request = createRequest(incoming, outgoing)
  if (!incoming.readableDidRead) return request
  const body = formOf(parsed)
  if (body !== undefined)
    return new Request(request.url, { method: request.method, headers: request.headers, body })
  // Marks it as read: nothing more will arrive, and the handler says so instead of waiting.
  void request.body?.cancel()
  return request
}

/** What the parser was given: the text, the bytes, or an equivalent form. Undefined for none. */
function formOf(parsed: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (parsed instanceof Uint8Array) return new Uint8Array(parsed)
  const text = typeof parsed === 'string' ? parsed : encode(parsed)
  // U+FFFD: what a parser makes of bytes that are not UTF-8.
  return text?.match(/\uFFFD|%EF%BF%BD/i) ? NOT_UTF8 : text
}

/** Also undefined for an empty object: Express 4 leaves one for a body its parser did not take. */
function encode(parsed: unknown): string | undefined {
  const entries = Object.entries(parsed ?? {})
  if (entries.length === 0) return undefined
  // A list or an object came from a repeated parameter, or one such as `mfa_token[]`.
  const pairs = entries.map(([name, value]) =>
    typeof value === 'string' ? [name, value] : [`${name}[]`, ''],
  )
  return new URLSearchParams(pairs).toString()
}
