import type { MfaRequired, RecoveryCodeTransport, TokenSet } from 'react-recovery-login'

/**
 * How this page signs people in: through a server of its own, or by itself as a public client. Behind a server
 * every `mfaToken` is a handle, which that server resolves.
 */
export interface SignIn {
  readonly transport: RecoveryCodeTransport
  sendPassword(email: string, password: string): Promise<PasswordAnswer>
  /** Sets up a first factor, and gives what was answered: the first recovery code is in it. */
  enrol(mfaToken: string): Promise<Response>
  /** After the challenge. Behind a server there is nothing to keep: the session came as a cookie. */
  keep(tokens: TokenSet | undefined): void
  /** Who is signed in. */
  account(): Promise<string | null>
  signOut(): Promise<void>
}

export type PasswordAnswer =
  | { readonly outcome: 'signed-in' | 'refused' | 'failed' }
  /** Nothing is enrolled yet: the mfa token may enrol. */
  | { readonly outcome: 'enrol'; readonly mfaToken: string }
  | { readonly outcome: 'mfa-required'; readonly mfa: MfaRequired }
