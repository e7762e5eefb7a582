import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { answerError } from './answer-error.ts'
import type { AnswerStore } from './answer-store.ts'
import type { Answer } from './answer.ts'
import { claimPlace, lookAtPlace, takeOver } from './held-claims.ts'
import { createHeldOutcomes, type Found } from './held-outcomes.ts'
import { cookieIndex, heldPlace, keysOf, type HeldPlace, type HeldRequest } from './held-place.ts'
import { readReceipt } from './held-receipt.ts'
import { sentValue } from './held-state.ts'
import { keepAnswer } from './keep-answer.ts'
import { patientStore } from './patient-store.ts'
import { readSecrets, type SealingSecret } from './secrets.ts'
import {
  setCookie,
  signInCookies,
  type CookieRequest,
  type Header,
  type SignInCookieValue,
} from './sign-in-cookies.ts'

export interface HeldAnswersOptions {
  readonly store: AnswerStore
  readonly secret: SealingSecret
  /**
   * Keeps a serverless function running until the exchange has ended and its answer is held, even if the browser has
   * gone: `waitUntil` of `@vercel/functions` or `cloudflare:workers`, `after` of Next.js.
   */
  readonly waitUntil?: ((exchange: Promise<unknown>) => void) | undefined
}

/** What happens to held answers. Holds no secret. */
export type HeldAnswersEvent =
  /** A held answer was read again, and may be `left` more times. */
  | { readonly type: 'answered-again'; readonly left: number }
  /**
   * The store failed or took more than two seconds, or the function that returns the secret threw. At `claim` and `hold`
   * the answer isn't held, at `read` a held one wasn't read, at `remove` it stays until its time is over.
   */
  | { readonly type: 'not-held'; readonly operation: 'claim' | 'hold' | 'read' | 'remove' }

/** Answers that can be read again: the option `held` of `createRecoveryCodeHandler`, which calls the first two. */
export interface HeldAnswers {
  /** Answers a request from what is held, or by its one exchange. */
  readonly exchange: (asked: AskedRequest, run: () => Promise<Answer>) => Promise<Answer>
  /** Takes away the answer whose new code the person has confirmed to be saved. */
  readonly confirm: (
    receipt: string,
    asked: Pick<AskedRequest, 'request' | 'onEvent'>,
  ) => Promise<Answer>
  /**
   * For sign-out: takes away what is held for this browser's sign-in cookies. Never rejects: what can't be taken away
   * ends by its time, as does what was held for a browser without such a cookie.
   *
   * @returns Headers to send with the answer, which remove those cookies.
   */
  readonly forget: (request: CookieRequest) => Promise<Header[]>
}

export interface AskedRequest extends HeldRequest {
  /** `look`: only read. `send`: send it once more if nobody knows the outcome, because the person asked for that. */
  readonly repeat: 'look' | 'send' | undefined
  readonly onEvent: (event: HeldAnswersEvent) => void
}

const UNKNOWN = answerError(new RecoveryCodeError('no-answer'))
const BUSY: Answer = { ...UNKNOWN, status: 503, headers: { 'retry-after': '2' } }

/**
 * Holds each answer for minutes, so that the same sign-in that posts the same code again gets the same answer: after a
 * broken connection, a resend by the browser, or a reload while the sign-in lives. An exchange is done once; whoever
 * asks meanwhile waits for its outcome, in every process that shares the store, and starts nothing.
 *
 * The trade: the new code is on the server for ten minutes at most. It is sealed, and the store, even together with the
 * secret, opens nothing without the mfa token and the old code. It is gone when the person has confirmed that they
 * saved the code, after five more reads, with `forget`, or when its time is over.
 *
 * @throws RecoveryCodeError `misused`, if the secret is missing or has fewer than 32 characters. If a function returns
 * such a secret, exchanges go on, their answers aren't held, and an event says so.
 * @example
 * export const answers = createHeldAnswers({ store: memoryAnswers(), secret: () => process.env.ANSWER_SECRET! })
 * export const POST = createRecoveryCodeHandler({ ...options, held: answers })
 *
 * // At sign-out:
 * for (const [name, value] of await answers.forget(request)) headers.append(name, value)
 */
export function createHeldAnswers({
  secret,
  waitUntil,
  ...options
}: HeldAnswersOptions): HeldAnswers {
  const secrets = readSecrets(secret, 'the held answers')
  const store = patientStore(options.store)
  const outcomes = createHeldOutcomes(store)

  async function exchange(asked: AskedRequest, run: () => Promise<Answer>): Promise<Answer> {
    const { repeat, onEvent } = asked
    const mine = sentValue()
    let place: HeldPlace
    let found: Found | undefined
    try {
      place = await heldPlace(asked, await secrets())
      found = await (repeat === 'look' ? lookAtPlace(store, place) : claimPlace(store, place, mine))
    } catch {
      onEvent({ type: 'not-held', operation: 'claim' })
      return repeat === 'look' ? BUSY : run()
    }
    const begin = () => {
      const outcome = run().then((answer) => keepAnswer(store, answer, { place, mine, onEvent }))
      outcomes.begin(keysOf(place), outcome)
      tellPlatform(waitUntil, outcome)
      return outcome
    }
    if (found === undefined) return repeat === 'look' ? UNKNOWN : begin()
    try {
      const outcome = await outcomes.read(found, (left) =>
        onEvent({ type: 'answered-again', left }),
      )
      if (typeof outcome === 'object') return outcome
      if (repeat !== 'send') return outcome === 'busy' ? BUSY : UNKNOWN
      return (await takeOver(store, place, found, mine)) ? begin() : BUSY
    } catch {
      onEvent({ type: 'not-held', operation: 'read' })
      return BUSY
    }
  }

  return {
    exchange,
    async confirm(receipt, { request, onEvent }) {
      const { keys, handle } = readReceipt(receipt)
      try {
        await removeAll(keys)
      } catch {
        onEvent({ type: 'not-held', operation: 'remove' })
      }
      const done = signInCookies(request).filter((cookie) => cookie.handle === handle)
      return { status: 204, body: undefined, headers: done.map(removeCookie) }
    },
    async forget(request) {
      const cookies = signInCookies(request)
      // What can't be taken away ends by its time.
      await forgetCookies(cookies).catch(() => undefined)
      return cookies.map(removeCookie)
    },
  }

  async function removeAll(keys: readonly string[]): Promise<void> {
    for (const key of keys) await store.remove(key)
  }

  async function forgetCookies(cookies: readonly SignInCookieValue[]): Promise<void> {
    const all = await secrets()
    for (const cookie of cookies)
      for (const index of await cookieIndex(all, cookie)) {
        const { keys } = readReceipt((await store.read(index)) ?? '')
        await removeAll([index, ...keys])
      }
  }
}

/** A platform's function throws outside of a request: the exchange goes on, for as long as the platform lets it. */
function tellPlatform(waitUntil: HeldAnswersOptions['waitUntil'], outcome: Promise<Answer>): void {
  try {
    waitUntil?.(outcome)
  } catch {
    // Nothing to tell.
  }
}

function removeCookie({ name }: SignInCookieValue): Header {
  return setCookie(name, '', 0)
}
