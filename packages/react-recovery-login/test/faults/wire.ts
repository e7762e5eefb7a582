import { canaries } from '../canaries.ts'
import { beginAnswer, type Line } from './body.ts'

/** The token endpoint's answer. As in the guide, the new code is not first. */
export const tokens = {
  access_token: canaries.accessToken,
  refresh_token: canaries.refreshToken,
  id_token: canaries.idToken,
  scope: 'openid profile',
  expires_in: 86_400,
  token_type: 'Bearer',
}
export const success = { ...tokens, recovery_code: canaries.newCode }
/** What Auth0 answers to a wrong code, with status 403. */
export const refusal = { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' }

/** Exactly what each endpoint gets. */
const members = {
  '/login/recovery-code': ['grant_type', 'mfa_token', 'recovery_code'],
  '/oauth/token': ['grant_type', 'client_id', 'mfa_token', 'recovery_code'],
}

export interface Wire {
  readonly fetch: typeof fetch
  /** The bodies that were posted, oldest first. */
  readonly posts: readonly URLSearchParams[]
  /** The rest of the requests: URLs, headers and options. */
  readonly requests: readonly { readonly url: string; readonly options: object }[]
  /** Repeats, for a handler with held answers: it is answered at once. By default by one that holds nothing. */
  readonly repeats: readonly URLSearchParams[]
  onRepeat: (form: URLSearchParams) => Response | Promise<Response>
  /** Receipts of held answers: they alone may outlive the page. */
  readonly receipts: readonly string[]
  /** How many requests are open, and the most at any time. */
  open(): number
  mostOpen(): number
  /** Answers the oldest open request. */
  answer(body: unknown, init?: ResponseInit): void
  /** Cuts its connection, before anything arrived or after the start of a body. */
  cut(begun?: string): void
  /** Answers it with the start of a body, then stalls. */
  begin(begun: string): Line
}

/** What a handler without held answers says to a repeat. */
export function refusedLook(): Response {
  const body = { error: 'invalid_request', not_sent: 'wrong-parameters' }
  return Response.json(body, { status: 400 })
}

/** A network whose requests wait until the test answers them. Throws on any request but the one POST. */
export function createWire(): Wire {
  const posts: URLSearchParams[] = []
  const repeats: URLSearchParams[] = []
  const receipts: string[] = []
  const requests: { url: string; options: object }[] = []
  const waiting: { resolve(response: Response): void; reject(error: Error): void }[] = []
  let mostOpen = 0

  const oldest = () => {
    const request = waiting.shift()
    if (request === undefined) throw new Error('There is no open request to answer.')
    return request
  }
  const wire: Wire = {
    async fetch(input, init) {
      const { body, ...options } = init ?? {}
      const posted = assertTheOnePost(new URL(String(input)), body, options)
      if (posted.has('receipt')) {
        receipts.push(String(posted.get('receipt')))
        return new Response(null, { status: 204 })
      }
      if (posted.has('repeat')) {
        repeats.push(posted)
        return wire.onRepeat(posted)
      }
      posts.push(posted)
      requests.push({ url: String(input), options })
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        mostOpen = Math.max(mostOpen, waiting.length)
      })
    },
    posts,
    repeats,
    receipts,
    onRepeat: refusedLook,
    requests,
    open: () => waiting.length,
    mostOpen: () => mostOpen,
    answer(body, init) {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      oldest().resolve(new Response(text, init))
    },
    cut(begun) {
      const lost = new TypeError('fetch failed')
      if (begun === undefined) oldest().reject(lost)
      else oldest().resolve(new Response(cutBody(begun, lost)))
    },
    begin(begun) {
      const { response, line } = beginAnswer(begun)
      oldest().resolve(response)
      return line
    },
  }
  return wire
}

/** Bugs of the kit that a fetch can see, in a list because the kit takes a rejection for a network error. */
export const strange: string[] = []

function assertTheOnePost(url: URL, body: unknown, options: Omit<RequestInit, 'body'>) {
  const isReceipt = [...new URLSearchParams(String(body)).keys()].join() === 'receipt'
  const names = isReceipt
    ? ['receipt']
    : Object.entries(members).find(([path]) => path === url.pathname)?.[1]
  const { method, redirect, cache, referrerPolicy, credentials, ...others } = options
  const posted = new URLSearchParams(String(body))
  const faults = [
    method !== 'POST' && `the method ${method}`,
    redirect !== 'error' && `redirect: ${redirect}`,
    cache !== 'no-store' && `cache: ${cache}`,
    referrerPolicy !== 'no-referrer' && `referrerPolicy: ${referrerPolicy}`,
    // A signal, keepalive, or a header that would cause a preflight.
    ...Object.keys(others)
      .filter((name) => name !== 'keepalive' || !isReceipt)
      .map((name) => `the option ${name}`),
    `${url.search}${url.hash}` !== '' && `more than a path in ${url}`,
    names?.join() !== [...posted.keys()].filter((name) => name !== 'repeat').join() &&
      `the members ${[...posted.keys()]}`,
    // The direct transport never repeats.
    posted.has('repeat') && url.pathname === '/oauth/token' && 'a repeat',
    names && credentials !== (names.length === 4 ? 'omit' : 'same-origin') && credentials,
  ].filter((fault) => typeof fault === 'string')
  if (faults.length === 0) return posted
  strange.push(...faults)
  throw new Error(`This request is not the one POST: ${faults.join(', ')}.`)
}

function cutBody(begun: string, lost: Error): ReadableStream {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(lost)
      sent = true
      controller.enqueue(new TextEncoder().encode(begun))
    },
  })
}
