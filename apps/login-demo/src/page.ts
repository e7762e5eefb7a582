import type { MfaRequired } from 'react-recovery-login'

/**
 * The current page of a sign-in. The mfa token is in here, so a reload starts again with the password; a handle is kept
 * (kept-sign-in.ts).
 */
export type Page =
  | { readonly at: 'home'; readonly note?: string }
  | RecoveryCodePlace
  | EnrolPlace
  | ElsewherePlace
  /** A new recovery code was on screen when the page unloaded. */
  | { readonly at: 'interrupted' }

export interface RecoveryCodePlace {
  readonly at: 'recovery-code'
  readonly account: string
  readonly mfa: MfaRequired
  /** Epoch milliseconds: an mfa token is valid for ten minutes. */
  readonly expiresAt: number
}

export interface EnrolPlace {
  readonly at: 'enrol'
  readonly account: string
  readonly mfaToken: string
}

export interface ElsewherePlace {
  readonly at: 'elsewhere'
  readonly to: 'another-way' | 'next-step' | 'no-code' | 'help'
  readonly back: Page
}
