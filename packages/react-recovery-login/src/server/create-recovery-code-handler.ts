import type { Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { respond, type Answer } from './answer.ts'
import { checkOptions } from './check-options.ts'
import { finishExchange } from './finish-exchange.ts'
import { tell, tellRefusal, type RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import { isSameOrigin } from './is-same-origin.ts'
import { answerPreflight } from './preflight.ts'
import { prepareTokenRequest } from './prepare-token-request.ts'
import { readSubmission, type Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { refuseRequest, SHORTEST_HANDLE } from './refuse-request.ts'
import { requestTokens } from './request-tokens.ts'

/**
 * The server half of a login with a recovery code: takes the browser's POST, adds the client's id and secret, sends the
 * one POST to the token endpoint, and calls `onTokens` for the session. A Web-standard handler for Next.js, React
 * Router, Hono, Deno, Bun and Workers; for Express, Fastify and Koa see `react-recovery-login/node`.
 *
 * It answers `{ "recovery_code"?: string, "session": boolean }`, or an OAuth error with the same meaning as the
 * server's. No answer contains a secret or a token, except the next mfa token if the browser held the first. Refuses,
 * before anything is sent, a request that is not a POST (405), comes from a page of another origin (403), is not
 * form-encoded (415), is too large (413), stalls (408), has other parameters (400), or arrives while too many others
 * wait for the token endpoint (503). Answers the preflight of an allowed origin.
 *
 * @param options Or a function that returns them, called at the first request, so a build that loads the module needs
 * no secret. Until the options are valid, every request is answered 500 and nothing is sent.
 * @throws RecoveryCodeError `misused`, synchronously, for a mistake in options that are not a function. The handler
 * itself never rejects.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/challenge-with-recovery-codes
 * @example
 * export const POST = createRecoveryCodeHandler({
 *   domain: 'tenant.eu.auth0.com',
 *   clientId: process.env.AUTH0_CLIENT_ID!,
 *   clientSecret: process.env.AUTH0_CLIENT_SECRET!,
 *   onTokens: async (tokens) => ({ 'set-cookie': await sealSession(tokens) }),
 * })
 */
export function createRecoveryCodeHandler(
  options: RecoveryCodeHandlerOptions | (() => RecoveryCodeHandlerOptions),
): RecoveryCodeHandler {
  if (typeof options !== 'function') return handlerOf(options)
  let handler: RecoveryCodeHandler | undefined
  return async (request) => {
    let given: RecoveryCodeHandlerOptions | undefined
    try {
      handler ??= handlerOf((given = options()))
    } catch (error) {
      const mistake = error instanceof RecoveryCodeError ? error.message : undefined
      const answer = refuseRequest('misconfigured', mistake)
      tellRefusal(given?.onEvent, answer)
      return respond(answer)
    }
    return handler(request)
  }
}

/** Never rejects. */
export type RecoveryCodeHandler = (request: Request) => Promise<Response>

function handlerOf(options: RecoveryCodeHandlerOptions): RecoveryCodeHandler {
  const endpoint = checkOptions(options)
  const allowedOrigins = new Set(options.allowedOrigins)
  const { resolveMfaToken, onEvent, held, maxInFlight = 200, trustForwardedHost = false } = options
  let inFlight = 0
  const report = (event: RecoveryCodeHandlerEvent) => tell(onEvent, event)

  return async (request) => {
    const origin = request.headers.get('origin') ?? ''
    const sharedWith = allowedOrigins.has(origin) ? origin : undefined
    const answer = await take(request, sharedWith !== undefined)
    tellRefusal(onEvent, answer)
    return respond(answer, sharedWith)
  }

  async function take(request: Request, allowed: boolean): Promise<Answer> {
    const own = !allowed && isSameOrigin(request, trustForwardedHost)
    // Pages of this origin never send one.
    const preflight = request.method === 'OPTIONS' && !own
    if (request.method !== 'POST' && !preflight) return refuseRequest('wrong-method')
    if (!allowed && !own) return refuseRequest('foreign-origin')
    if (preflight) return answerPreflight(request)
    const submission = await readSubmission(request, held !== undefined)
    if ('status' in submission) return submission
    if ('receipt' in submission)
      return (
        held?.confirm(submission.receipt, { request, onEvent: report }) ??
        refuseRequest('wrong-parameters')
      )
    if (resolveMfaToken && submission.mfaToken.length < SHORTEST_HANDLE)
      return refuseRequest('short-handle')
    if (inFlight >= maxInFlight) return refuseRequest('busy')
    inFlight += 1
    try {
      return await exchange(submission, request)
    } finally {
      inFlight -= 1
    }
  }

  async function exchange(submission: Submission, request: Request): Promise<Answer> {
    const ready = await prepareTokenRequest(submission, request, options)
    const finish = (verification: Verification) =>
      finishExchange(verification, { submission, request, options })
    if (typeof ready === 'string')
      return finish({ outcome: 'refused', error: new RecoveryCodeError(ready) })
    const send = async () => finish(await requestTokens(endpoint, ready, options.fetch ?? fetch))
    if (!held) return send()
    const { mfaToken: handle, recoveryCode, repeat } = submission
    const mfaToken = ready.body.get('mfa_token') ?? ''
    const { clientId } = options
    return held.exchange(
      { endpoint, clientId, mfaToken, recoveryCode, handle, request, repeat, onEvent: report },
      send,
    )
  }
}
