import { answerSeal, storeKey, type AnswerSeal } from './answer-seal.ts'
import { LIFETIME } from './seal-sign-in.ts'
import { endOfSignIn } from './sign-in-handle.ts'
import { signInCookies, type CookieRequest, type SignInCookieValue } from './sign-in-cookies.ts'

/** Milliseconds. */
const LONGEST_LIFETIME = LIFETIME * 1000
/** For a sign-in that ends now: whoever asks at the same time still gets the answer. */
const SHORTEST_LIFETIME = 10_000

/** What makes it the same request. */
export interface HeldRequest {
  readonly endpoint: URL
  readonly clientId: string
  /** The resolved one. */
  readonly mfaToken: string
  readonly recoveryCode: string
  /** What the browser posted as `mfa_token`: it names its sign-in cookie, if there is one. */
  readonly handle: string
  /** For its cookies. */
  readonly request: CookieRequest
}

/** Where the answer to one request is held. */
export interface HeldPlace {
  /** One per secret, the newest first: while secrets rotate, processes with an older list are found too. */
  readonly seals: readonly AnswerSeal[]
  /** The sign-in's cookie, if it has one. */
  readonly signIn: SignInCookieValue | undefined
  /** Where `forget` finds the place, per secret. Empty without a cookie. */
  readonly index: readonly string[]
  /** Milliseconds: ten minutes, or until the sign-in's end. */
  readonly lifetime: number
}

export async function heldPlace(
  { endpoint, clientId, mfaToken, recoveryCode, handle, request }: HeldRequest,
  secrets: readonly string[],
): Promise<HeldPlace> {
  const signIn = signInCookies(request).find((one) => one.handle === handle)
  // However it was typed, as far as the page's own normalising leaves a choice.
  const code = recoveryCode.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  // The cookie's value is random, and another browser hasn't got it.
  const parts = [endpoint.href, clientId, mfaToken, code, signIn?.value ?? '']
  const left = signIn ? endOfSignIn(handle) - Date.now() : LONGEST_LIFETIME
  return {
    seals: await Promise.all(secrets.map((secret) => answerSeal(secret, parts))),
    signIn,
    index: signIn ? await cookieIndex(secrets, signIn) : [],
    lifetime: Math.max(SHORTEST_LIFETIME, Math.min(LONGEST_LIFETIME, left)),
  }
}

/** Where the store has it. */
export function keysOf({ seals }: Pick<HeldPlace, 'seals'>): string[] {
  return seals.map(({ key }) => key)
}

/** The keys under which a sign-in cookie's place is noted. */
export function cookieIndex(
  secrets: readonly string[],
  { value }: SignInCookieValue,
): Promise<string[]> {
  return Promise.all(secrets.map((secret) => storeKey(secret, ['cookie', value])))
}
