import { UNKNOWN_STATUS } from './answer-error.ts'
import type { AnswerStore } from './answer-store.ts'
import type { Answer } from './answer.ts'
import type { AskedRequest } from './create-held-answers.ts'
import { holdAnswer, settlePlace } from './held-claims.ts'
import type { HeldPlace } from './held-place.ts'
import { receiptOf } from './held-receipt.ts'
import type { Header, SignInCookieValue } from './sign-in-cookies.ts'

/** Whose exchange has ended. */
export interface Claim {
  readonly place: HeldPlace
  /** The value that claimed it. */
  readonly mine: string
  readonly onEvent: AskedRequest['onEvent']
}

/**
 * Shares the outcome of an exchange with whoever waits or asks later: a success for minutes, a refusal for seconds.
 *
 * @returns The answer to send: with its receipt if it is held. Never rejects: whatever the store does, it goes out.
 */
export async function keepAnswer(
  store: AnswerStore,
  answer: Answer,
  { place, mine, onEvent }: Claim,
): Promise<Answer> {
  try {
    if (answer.status === 200) {
      const body = { ...answer.body, receipt: receiptOf(place) }
      const held = { ...answer, body, headers: keepSignIn(answer.headers, place.signIn) }
      await holdAnswer(store, place, held)
      return held
    }
    await settlePlace(store, place, mine, answer.status === UNKNOWN_STATUS ? undefined : answer)
  } catch {
    onEvent({ type: 'not-held', operation: 'hold' })
  }
  return answer
}

/**
 * The host's headers, but the sign-in cookie stays until the save is confirmed: without it, an answer that is cut off
 * after its headers could not be read again.
 */
function keepSignIn(headers: Answer['headers'], signIn: SignInCookieValue | undefined): Header[] {
  return [...new Headers(headers)].filter(
    ([name, value]) => !(signIn && name === 'set-cookie' && value.startsWith(`${signIn.name}=;`)),
  )
}
