import { delay, http, type HttpHandler } from 'msw'
import type { RecoveryCodeTransport } from '../protocol/transport.ts'
import { checkForm } from './check-form.ts'
import { repeatOf } from './held-repeats.ts'
import { listAnswer } from './list-answer.ts'
import { outcomes } from './outcomes.ts'
import { randomMfaToken, randomRecoveryCode } from './random.ts'
import { codeRejected, refusal } from './refusal.ts'
import type { ScenarioName } from './scenario-name.ts'
import { handlerSuccess, tokenSuccess, type Success } from './success.ts'

export interface ScenarioOptions {
  /** The tenant. Default `tenant.example.com`. */
  readonly domain?: string | undefined
  /** Your handler, answered instead of the tenant. With `setupServer` in Node, the whole URL. */
  readonly endpoint?: string | undefined
  /** Default `example-client`. */
  readonly clientId?: string | undefined
  /** The mfa token or handle that your page already holds. Default a random one. Any other is refused. */
  readonly mfaToken?: string | undefined
  /** Milliseconds before any answer. Default 0, and 3,000 in `slow`. */
  readonly delay?: number | undefined
}

export interface Scenario {
  readonly name: ScenarioName
  /** The one given, or a random one, so two scenarios on one page never share a challenge. */
  readonly mfaToken: string
  /** The code accepted first. */
  readonly recoveryCode: string
  /** The code returned for it, if any, which is then the accepted one. */
  readonly newRecoveryCode: string
  /** Where the code is posted: the endpoint as given, or the tenant's. */
  readonly url: string
  /** What the challenge needs to reach this scenario. */
  readonly transport: RecoveryCodeTransport
  /** For `setupServer(...)`, `worker.use(...)` or a story's `msw.use(...)`; msw 2 and 3. */
  readonly handlers: readonly HttpHandler[]
  /** The forms posted to it, including refused ones, oldest first. */
  readonly requests: readonly URLSearchParams[]
}

const recoveryCode = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
const newRecoveryCode = 'W9QJ3NBX7VGT5KZR2MCH8DPF'

/** Of all scenarios, so that each leaves the others' requests alone. */
const mfaTokens = new Set<string>()

/**
 * A server that answers one login in one way, for stories and tests; fresh at each call. It checks the request like the
 * real endpoint and refuses anything else, including a spent code; the new one works (and is rotated in turn). The code
 * is compared as sent: upper case, without separators. Also answers `GET /mfa/authenticators`. Leaves another
 * scenario's requests to that scenario's handlers.
 *
 * @throws Error if `mfaToken` is empty.
 * @example Tests in Node
 * const scenario = recoveryCodeScenario('success')
 * const server = setupServer(...scenario.handlers)
 * server.listen({ onUnhandledFrame: 'error' }) // msw 2: onUnhandledRequest
 * @example In a browser
 * worker.use(...recoveryCodeScenario('rate-limited', { endpoint: '/login/recovery-code' }).handlers)
 * @example A story
 * const { handlers, mfaToken, transport } = recoveryCodeScenario('success')
 * export const Success = meta.story({
 *   args: { mfaToken, transport },
 *   beforeEach({ msw }) {
 *     msw.use(...handlers)
 *   },
 * })
 */
export function recoveryCodeScenario(name: ScenarioName, options: ScenarioOptions = {}): Scenario {
  const { domain = 'tenant.example.com', endpoint, clientId = 'example-client' } = options
  const { mfaToken = randomMfaToken() } = options
  const wait = options.delay ?? (name === 'slow' ? 3000 : 0)
  const origin = domain.includes('://') ? domain.replace(/\/$/, '') : `https://${domain}`
  if (mfaToken === '')
    throw new Error(
      'recoveryCodeScenario: mfaToken is empty, so no request could match it. Pass the one your page holds, or leave it out.',
    )
  mfaTokens.add(mfaToken)
  const url = endpoint ?? `${origin}/oauth/token`
  const requests: URLSearchParams[] = []
  let accepted = recoveryCode
  let next = newRecoveryCode
  const repeat = endpoint === undefined ? undefined : repeatOf(name)
  /** What a handler with held answers holds, and for which code. */
  let held: { readonly code: string; readonly success: Success } | undefined

  const post = http.all(url, async ({ request }) => {
    if (request.method !== 'POST') return refusal(405, 'invalid_request', 'Send a POST')
    if (!isForm(request)) return refusal(415, 'invalid_request', 'Send a form')
    // A clone: another scenario reads the form again if it is not for this one.
    const form = new URLSearchParams(await request.clone().text())
    if (isOfAnother(form.get('mfa_token'))) return undefined
    if (form.has('receipt')) return takeReceipt(form.get('receipt'))
    requests.push(form)
    if (wait > 0) await delay(wait)
    const sentClientId = endpoint === undefined ? clientId : undefined
    return (
      checkForm(form, mfaToken, sentClientId, repeat !== undefined) ??
      answer(form.get('recovery_code'), form.get('repeat'))
    )
  })

  const list = http.get(`${origin}/mfa/authenticators`, async ({ request }) => {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? null
    if (isOfAnother(token)) return undefined
    if (wait > 0) await delay(wait)
    return token === mfaToken ? listAnswer(name) : refusal(401, 'invalid_token')
  })

  function isOfAnother(token: string | null): boolean {
    return token !== null && token !== mfaToken && mfaTokens.has(token)
  }

  /** Another scenario's is left to it. */
  function takeReceipt(receipt: string | null): Response | undefined {
    if (receipt !== held?.success['receipt']) return undefined
    held = undefined
    return new Response(null, { status: 204 })
  }

  function answer(code: string | null, asked: string | null): Response | Promise<Response> {
    const outcome = outcomes[name]
    if (repeat && held && code === held.code) return repeat(held.success, asked)
    if (asked === 'look') return refusal(502, 'server_error')
    if ('anyCode' in outcome) return outcome.anyCode()
    if (code !== accepted) return codeRejected()
    const success =
      endpoint === undefined
        ? tokenSuccess(next, origin, clientId)
        : handlerSuccess(next, repeat && `receipt-${mfaToken}`)
    if (repeat) held = { code, success }
    accepted = next
    next = randomRecoveryCode()
    return outcome.rightCode(success)
  }

  return {
    name,
    mfaToken,
    recoveryCode,
    newRecoveryCode,
    url,
    transport: endpoint === undefined ? { domain, clientId } : { endpoint },
    handlers: [post, list],
    requests,
  }
}

function isForm(request: Request): boolean {
  const type = request.headers.get('content-type') ?? ''
  return /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)
}
