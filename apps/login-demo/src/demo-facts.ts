/** What the demo's server tells the page: where the OAuth server is, and what to try. */
export interface DemoFacts {
  readonly authServer: string
  readonly accounts: readonly DemoAccount[]
  /** Every account's. */
  readonly password: string
}

export interface DemoAccount {
  readonly email: string
  /** What happens, in one line. */
  readonly shows: string
  /** The code to type first. None: the account has no recovery code. */
  readonly recoveryCode?: string
}
