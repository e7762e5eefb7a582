import { findAccount, type SeededAccount } from './accounts.ts'
import type { AccountState, State } from './state.ts'

/** Shared by every part of the server. */
export interface Tenant {
  readonly state: State
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Called when a recovery code is spent and its successor stored, before the answer is written. */
  readonly onRotated: (event: RotatedEvent) => void
}

export interface RotatedEvent {
  /** The address. */
  readonly account: string
}

/** An account's case and current state. */
export function accountOf(tenant: Tenant, email: string): SeededAccount & AccountState {
  const seeded = findAccount(email)
  const state = seeded && tenant.state.accounts.get(seeded.email)
  if (seeded === undefined || state === undefined) throw new Error('There is no such account.')
  return { ...seeded, ...state }
}
