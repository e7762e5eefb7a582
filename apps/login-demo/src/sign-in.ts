import type { MfaRequired, RecoveryCodeTransport, TokenSet } from 'react-recovery-login'

/**
 * How this page signs people in: through its own server, or as a public client. With a server, every `mfaToken` is a
 * handle that the server resolves.
 */
export interface SignIn {
  readonly transport: RecoveryCodeTransport
  /** Whether a server holds answers and the `mfaToken` is its handle: then a reload is the same sign-in. */
  readonly held: boolean
  sendPassword(email: string, password: string): Promise<PasswordAnswer>
  /** Sets up a first factor and returns the answer, which has the first recovery code. */
  enrol(mfaToken: string): Promise<Response>
  /** After the challenge. With a server there is nothing to keep: the session came as a cookie. */
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
