import { createRequest } from '@remix-run/node-fetch-server'
import type { Call } from './call.ts'

/** No encoding of UTF-8: what the handler refuses as not form-encoded. */
const NOT_UTF8 = new Uint8Array([0xff])

/**
 * The Web request for a call, with the body as it comes, or made from what a parser left of it.
 *
 * @throws what `Request` and `URL` throw at a method, a host or a target that they do not take.
 */
export function webRequest({ incoming, outgoing, parsed }: Call): Request {
  const request = createRequest(incoming, outgoing)
  if (!incoming.readableDidRead) return request
  const body = formOf(parsed)
  if (body !== undefined)
    return new Request(request.url, { method: request.method, headers: request.headers, body })
  // Marks it as read: there is nothing more to come, and the handler says so instead of waiting.
  void request.body?.cancel()
  return request
}

/** What the parser was given: the text, the bytes, or a form that the handler reads the same from. Undefined for none. */
function formOf(parsed: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (parsed instanceof Uint8Array) return new Uint8Array(parsed)
  const text = typeof parsed === 'string' ? parsed : encode(parsed)
  // What a parser makes of bytes that are not UTF-8.
  return text?.match(/\uFFFD|%EF%BF%BD/i) ? NOT_UTF8 : text
}

/** Undefined also for an empty object: Express 4 leaves one of a body that its parser did not take. */
function encode(parsed: unknown): string | undefined {
  const entries = Object.entries(parsed ?? {})
  if (entries.length === 0) return undefined
  // A list or an object came of a parameter that was there twice, or of one such as `mfa_token[]`.
  const pairs = entries.map(([name, value]) =>
    typeof value === 'string' ? [name, value] : [`${name}[]`, ''],
  )
  return new URLSearchParams(pairs).toString()
}
