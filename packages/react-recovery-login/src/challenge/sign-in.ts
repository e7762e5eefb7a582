import { addressOf, assertUsable } from '../protocol/transport.ts'
import type { ChallengeOptions } from './challenge-options.ts'

/** Whose flow it is: a page may serve several people, and a careless host gives them all one handle. */
export interface SignIn {
  /** The mfa token, or the handle that stands for it. */
  readonly mfaToken: string
  /** Where the code goes, resolved. */
  readonly address: string
  /** Undefined until it is known. */
  account: string | undefined
}

/** @throws RecoveryCodeError `misused` */
export function signInOf(options: ChallengeOptions): SignIn {
  assertUsable(options)
  const { mfaToken, transport, account } = options
  return { mfaToken, address: addressOf(transport), account }
}

/** Whether they send the same token to the same place, whoever they are. */
export function isSameAttempt(one: SignIn, other: SignIn): boolean {
  return one.mfaToken === other.mfaToken && one.address === other.address
}

/** Two accounts, both known: an account that isn't known yet may turn out to be the same. */
export function isSomebodyElse(one: SignIn, other: SignIn): boolean {
  return one.account !== undefined && other.account !== undefined && one.account !== other.account
}
