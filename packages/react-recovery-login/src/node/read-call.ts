import { misused } from '../protocol/recovery-code-error.ts'
import type { Call, Incoming, Outgoing } from './call.ts'
import { sendByFastify, type FastifyReply } from './send-by-fastify.ts'
import { sendByKoa, type KoaContext } from './send-by-koa.ts'
import { sendByNode } from './send-by-node.ts'

/**
 * Recognises the caller by its arguments: Koa `(context, next)`, Fastify `(request, reply)`, or Express, Connect,
 * `node:http` and `node:http2` `(request, response)`.
 *
 * @throws RecoveryCodeError `misused`
 */
export function readCall(request: unknown, response: unknown): Call {
  if (isKoa(request))
    return {
      incoming: request.req,
      outgoing: request.res,
      parsed: parsedBody(request.request),
      send: (answer) => sendByKoa(answer, request),
      waitsForAnswer: false,
    }
  if (isFastify(request) && isReply(response))
    return {
      incoming: request.raw,
      outgoing: response.raw,
      parsed: parsedBody(request),
      send: (answer) => sendByFastify(answer, response),
      waitsForAnswer: true,
    }
  if (isIncoming(request) && isOutgoing(response))
    return {
      incoming: request,
      outgoing: response,
      parsed: parsedBody(request),
      send: (answer) => sendByNode(answer, response),
      waitsForAnswer: false,
    }
  throw misused(
    'The handler was not called with a request of Express, Fastify, Koa or Node',
    'It is a route, and takes its request from them',
    'Mount it uncalled (`app.post(path, handler)`); for Web requests (Hono, Next.js) use `createRecoveryCodeHandler` from react-recovery-login/server',
  )
}

interface Parsed {
  readonly rawBody?: unknown
  readonly body?: unknown
}

/** Prefer the raw text or bytes, if the parser keeps them: they are what was sent. */
function parsedBody({ rawBody, body }: Parsed): unknown {
  return rawBody ?? body
}

function isKoa(value: unknown): value is KoaContext & { readonly request: Parsed } {
  return has(value, 'req', 'res', 'request') && isIncoming(value.req) && isOutgoing(value.res)
}

function isFastify(value: unknown): value is Parsed & { readonly raw: Incoming } {
  return has(value, 'raw') && isIncoming(value.raw)
}

function isReply(value: unknown): value is FastifyReply {
  return has(value, 'raw', 'hijack') && isOutgoing(value.raw)
}

function isIncoming(value: unknown): value is Incoming & Parsed {
  return has(value, 'httpVersion', 'readableDidRead')
}

function isOutgoing(value: unknown): value is Outgoing {
  return has(value, 'writeHead', 'headersSent')
}

function has<Name extends string>(
  value: unknown,
  ...names: readonly Name[]
): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && names.every((name) => name in value)
}
