import { addressOf, assertUsable } from '../protocol/transport.ts'
import type { ChallengeOptions } from './challenge-options.ts'

/** Whose flow it is: a page may serve several people, and a careless host gives them all one handle. */
export interface SignIn {
  /** The mfa token, or the handle that stands for it. */
  readonly mfaToken: string
  /** That token and where the code goes, resolved. */
  readonly attempt: string
  /** Undefined until it is known. */
  account: string | undefined
}

/** @throws RecoveryCodeError `misused` */
export function signInOf(options: ChallengeOptions): SignIn {
  assertUsable(options)
  const { mfaToken, transport, account } = options
  return { mfaToken, attempt: `${addressOf(transport)} ${mfaToken}`, account }
}

/** Two accounts, both known: an account that isn't known yet may turn out to be the same. */
export function isSomebodyElse(one: SignIn, other: SignIn): boolean {
  return one.account !== undefined && other.account !== undefined && one.account !== other.account
}
