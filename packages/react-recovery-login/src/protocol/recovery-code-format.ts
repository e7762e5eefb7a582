/** How an issuer's recovery codes look. Only for advice and display: the server decides. */
export interface RecoveryCodeFormat {
  /** Characters in a complete code, without separators. */
  readonly length: number
  /** The letters and digits it uses, upper case. */
  readonly alphabet: string
  /** Characters per displayed group. */
  readonly groupSize: number
}

/**
 * Auth0's codes: 24 characters in groups of four. Auth0 documents "24 alphanumeric characters"; no code in its
 * documentation or recorded exchanges has a 0, an I or an O.
 *
 * @see https://auth0.com/docs/customize/login-pages/universal-login/customize-text-elements (mfa-recovery-code-challenge)
 */
export const auth0RecoveryCodeFormat: RecoveryCodeFormat = {
  length: 24,
  alphabet: '123456789ABCDEFGHJKLMNPQRSTUVWXYZ',
  groupSize: 4,
}
