import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/verify-recovery-code.ts'
import type { MfaRequired } from '../protocol/read-mfa-required.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError, type RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import { answerError, type NextFactor } from './answer-error.ts'
import { respond, type Answer } from './answer.ts'
import { checkOptions } from './check-options.ts'
import { isAddress } from './client-address.ts'
import { tell, tellRefusal, type HostCallback } from './host-callbacks.ts'
import { inTime } from './in-time.ts'
import { isSameOrigin } from './is-same-origin.ts'
import { answerPreflight } from './preflight.ts'
import { readSubmission, type Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { refuseRequest, SHORTEST_HANDLE } from './refuse-request.ts'
import { requestTokens, type TokenRequest } from './request-tokens.ts'
import { sessionHeaders } from './session-headers.ts'

/**
 * The server's half of a login with a recovery code: takes the browser's POST, adds the client's id and secret, does
 * the one POST to the token endpoint, and has the session made. A Web-standard handler, as Next.js, React Router, Hono,
 * Deno, Bun and Workers take it; Express, Fastify and Koa through `react-recovery-login/node`.
 *
 * It answers `{ "recovery_code"?: string, "session": boolean }`, or an OAuth error with the meaning that the server's
 * own had. No secret and no token stands in an answer, apart from the next mfa token where the browser held the first.
 * Refused before anything is sent: what is not a POST (405), comes from a page of another origin (403), is not
 * form-encoded (415), too large (413), stalls (408) or has other parameters (400), and what comes while too many others
 * wait for the token endpoint (503). It answers the preflight of an allowed origin.
 *
 * @param options Or a function that gives them, which is called at the first request: a build that loads the module then
 * needs no secret. Until it gives options without a mistake, each request is answered 500 and nothing is sent.
 * @throws RecoveryCodeError `misused`, at once, for a mistake in options that are no function. The handler itself never
 * rejects.
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
  const { resolveMfaToken, onEvent, maxInFlight = 200, trustForwardedHost = false } = options
  let inFlight = 0

  return async (request) => {
    const origin = request.headers.get('origin') ?? ''
    const sharedWith = allowedOrigins.has(origin) ? origin : undefined
    const answer = await take(request, sharedWith !== undefined)
    tellRefusal(onEvent, answer)
    return respond(answer, sharedWith)
  }

  async function take(request: Request, allowed: boolean): Promise<Answer> {
    const own = !allowed && isSameOrigin(request, trustForwardedHost)
    // No page of this origin sends one.
    const preflight = request.method === 'OPTIONS' && !own
    if (request.method !== 'POST' && !preflight) return refuseRequest('wrong-method')
    if (!allowed && !own) return refuseRequest('foreign-origin')
    if (preflight) return answerPreflight(request)
    const submission = await readSubmission(request)
    if ('status' in submission) return submission
    if (resolveMfaToken && submission.mfaToken.length < SHORTEST_HANDLE)
      return refuseRequest('short-handle')
    if (inFlight >= maxInFlight) return refuseRequest('busy')
    inFlight += 1
    try {
      return await finish(await exchange(submission, request), submission, request)
    } finally {
      inFlight -= 1
    }
  }

  async function exchange(submission: Submission, request: Request): Promise<Verification> {
    const ready = await prepare(submission, request)
    return typeof ready === 'string'
      ? { outcome: 'refused', error: new RecoveryCodeError(ready) }
      : requestTokens(endpoint, ready, options.fetch ?? fetch)
  }

  /** Nothing has been sent yet, so what fails here must not read as "the code may be used up". */
  async function prepare(
    { mfaToken: handle, recoveryCode }: Submission,
    request: Request,
  ): Promise<TokenRequest | RecoveryCodeErrorCode> {
    let callback: HostCallback = 'resolveMfaToken'
    try {
      return await inTime(async () => {
        const mfaToken = resolveMfaToken ? ((await resolveMfaToken(handle, request)) ?? '') : handle
        // Throws for what is not a string.
        if (mfaToken.trim() === '') return 'sign-in-expired'
        callback = 'clientAssertion'
        const proof: Readonly<Record<string, string>> = options.clientAssertion
          ? {
              client_assertion: await options.clientAssertion(),
              client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            }
          : { client_secret: options.clientSecret }
        callback = 'clientAddress'
        const address = String(options.clientAddress?.(request))
        const headers: HeadersInit = isAddress(address) ? { 'auth0-forwarded-for': address } : {}
        const body = new URLSearchParams({
          grant_type: RECOVERY_CODE_GRANT_TYPE,
          client_id: options.clientId,
          ...proof,
          mfa_token: mfaToken,
          recovery_code: recoveryCode,
        })
        return { body, headers }
      })
    } catch {
      tell(onEvent, { type: 'callback-failed', callback })
      return 'not-enabled'
    }
  }

  async function finish(
    verification: Verification,
    { mfaToken: handle }: Submission,
    request: Request,
  ): Promise<Answer> {
    const { outcome } = verification
    if (outcome === 'refused' || outcome === 'unknown') {
      const next = outcome === 'refused' ? verification.next : undefined
      const kept = next && resolveMfaToken ? await keepNext(next, handle, request) : next
      tell(onEvent, { type: outcome, code: verification.error.code })
      return answerError(verification.error, kept)
    }
    const { newRecoveryCode } = verification
    const tokens = outcome === 'verified' ? verification.tokens : undefined
    const headers =
      tokens && (await headersOf('onTokens', (signal) => options.onTokens(tokens, request, signal)))
    const type = headers ? 'verified' : 'unfinished'
    tell(onEvent, { type, rotated: newRecoveryCode !== undefined })
    return {
      status: 200,
      // The code first: where this answer is cut off in turn, the browser can still rescue it.
      body: { recovery_code: newRecoveryCode, session: headers !== undefined },
      headers,
    }
  }

  /** A browser that holds a handle gets no mfa token: from now on its handle stands for the next one. */
  async function keepNext(
    next: MfaRequired,
    handle: string,
    request: Request,
  ): Promise<NextFactor | undefined> {
    const keep = options.onAnotherFactor
    if (keep === undefined) return undefined
    const headers = await headersOf('onAnotherFactor', () => keep(next, request, handle))
    return headers && { ...next, mfaToken: handle, headers }
  }

  /** What a callback gives to be sent; undefined if it fails, is late, or gives what can't be sent. */
  async function headersOf(
    callback: HostCallback,
    call: (signal: AbortSignal) => HeadersInit | void | Promise<HeadersInit | void>,
  ): Promise<Headers | undefined> {
    try {
      const given = await inTime(async (signal) => call(signal))
      return sessionHeaders(given, (bytes) => tell(onEvent, { type: 'large-headers', bytes }))
    } catch {
      tell(onEvent, { type: 'callback-failed', callback })
      return undefined
    }
  }
}
