import { addressOf, assertUsable } from '../protocol/transport.ts'
import type { ChallengeOptions } from './challenge-options.ts'

/** Whose flow it is: a page may serve several people, and a careless host gives them all one handle. */
export interface SignIn {
  /** The mfa token, or its handle. */
  readonly mfaToken: string
  /** That token and the resolved address. */
  readonly attempt: string
  /** Undefined until known. */
  account: string | undefined
}

/** @throws RecoveryCodeError `misused` */
export function signInOf(options: ChallengeOptions): SignIn {
  assertUsable(options)
  const { mfaToken, transport, account } = options
  return { mfaToken, attempt: `${addressOf(transport)} ${mfaToken}`, account }
}

/** Only if both accounts are known: one that isn't yet may turn out to be the same. */
export function isSomebodyElse(one: SignIn, other: SignIn): boolean {
  return one.account !== undefined && other.account !== undefined && one.account !== other.account
}
