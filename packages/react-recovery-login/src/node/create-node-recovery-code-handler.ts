import { respond } from '../server/answer.ts'
import { createRecoveryCodeHandler } from '../server/create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerOptions } from '../server/recovery-code-handler-options.ts'
import { refuseRequest } from '../server/refuse-request.ts'
import type { Call } from './call.ts'
import { readCall } from './read-call.ts'
import { sendBare } from './send-bare.ts'
import { webRequest } from './web-request.ts'
import { withOwnRequest, type ForOwnRequest, type NodeRequest } from './with-own-request.ts'

/**
 * The options of `createRecoveryCodeHandler`, with the framework's own request in callbacks: `express.Request`,
 * `FastifyRequest`, Koa's `Context`, or that of `node:http` and `node:http2`.
 */
export type NodeRecoveryCodeHandlerOptions<Request extends NodeRequest = NodeRequest> =
  ForOwnRequest<RecoveryCodeHandlerOptions, Request>

/** A route of Express, Connect, Fastify, Koa, `node:http` or `node:http2`. */
export type NodeRecoveryCodeHandler<Request extends NodeRequest = NodeRequest> = (
  request: Request,
  response: unknown,
) => void | Promise<void>

/**
 * `createRecoveryCodeHandler` for Node servers: a route of Express 4 and 5, Connect, Fastify, Koa, `node:http` and
 * `node:http2`, told apart by the arguments. It takes the body unread or parsed, and answers through the framework, so
 * a session that `onTokens` makes in `request.session` gets its cookie.
 *
 * Save such a session in `onTokens`, so a failing store is known before the answer: `session: false`. If the framework
 * fails later, or takes ten seconds, the answer is sent without it, with a process warning.
 *
 * @param options Or a function that returns them, as for `createRecoveryCodeHandler`.
 * @throws RecoveryCodeError `misused`: synchronously, for a mistake in the options; from the handler, if it is called
 * by none of these servers. Nothing has been sent then. It does not throw or reject otherwise.
 * @example
 * app.post(
 *   '/login/recovery-code',
 *   createNodeRecoveryCodeHandler<express.Request>({
 *     domain: 'tenant.eu.auth0.com',
 *     clientId: process.env.AUTH0_CLIENT_ID!,
 *     clientSecret: process.env.AUTH0_CLIENT_SECRET!,
 *     onTokens: (tokens, request) => signIn(request.session, tokens),
 *   }),
 * )
 */
export function createNodeRecoveryCodeHandler<Request extends NodeRequest = NodeRequest>(
  options:
    | NodeRecoveryCodeHandlerOptions<Request>
    | (() => NodeRecoveryCodeHandlerOptions<Request>),
): NodeRecoveryCodeHandler<Request> {
  const requests = new WeakMap<object, Request>()
  const wrap = (given: NodeRecoveryCodeHandlerOptions<Request>) =>
    withOwnRequest<RecoveryCodeHandlerOptions, Request>(given, requests)
  const handle = createRecoveryCodeHandler(
    typeof options === 'function' ? () => wrap(options()) : wrap(options),
  )

  return (request, response) => {
    const call = readCall(request, response)
    // The old code would be used, with no answer left to carry the new one.
    if (call.outgoing.headersSent) {
      process.emitWarning(
        'The recovery-code handler was called after the answer had begun. Nothing was sent. Mount it before anything that answers.',
      )
      return undefined
    }
    const done = answer(call, request)
    // Fastify waits for the answer, and complains about a promise of undefined.
    return call.waitsForAnswer ? undefined : done
  }

  async function answer(call: Call, request: Request): Promise<void> {
    const response = await respondTo(call, request)
    const answer = {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
    }
    try {
      call.send(answer)
    } catch {
      sendBare(answer, call.outgoing)
    }
  }

  async function respondTo(call: Call, own: Request): Promise<Response> {
    try {
      const request = webRequest(call)
      requests.set(request, own)
      return await handle(request)
    } catch {
      // A method that Web requests don't support (TRACE), or a host or target no browser sends.
      return respond(
        call.incoming.method === 'POST'
          ? refuseRequest('foreign-origin', 'The host or the target is not an address.')
          : refuseRequest('wrong-method'),
      )
    }
  }
}
