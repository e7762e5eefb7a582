import type { IncomingMessage, ServerResponse } from 'node:http'

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
/** Bytes. The largest body a page sends is a form with an mfa token of 2,000 characters. */
const LARGEST = 64 * 1024

/** 400, 405, 411 or 413 for a request that no page of ours sends; otherwise undefined. Reads only the head. */
export function refusalOf({ method = '', url = '', headers }: IncomingMessage): number | undefined {
  // Node accepts any target. Later code parses it and throws, and `//else.example/x` would name another host.
  const isPath = url.startsWith('/') && !url.startsWith('//')
  if (!isPath || !headers.host || !URL.canParse(`http://${headers.host}${url}`)) return 400
  if (!METHODS.includes(method)) return 405
  // No page sends a body of unknown length, and only a known length can be refused before reading.
  if (headers['transfer-encoding'] !== undefined) return 411
  if (Number(headers['content-length'] ?? 0) > LARGEST) return 413
  return undefined
}

/**
 * Answers a request that no page of ours sends. Its body is discarded.
 *
 * @returns True if it was answered.
 * @see RFC 9110 §15.5 (the status codes), RFC 9112 §3.2 (the forms of a target)
 */
export function refuseRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const status = refusalOf(request)
  if (status === undefined) return false
  request.resume()
  response.writeHead(status, { allow: METHODS.join(', '), 'content-type': 'text/plain' })
  response.end('This server does not take such a request.\n')
  return true
}
