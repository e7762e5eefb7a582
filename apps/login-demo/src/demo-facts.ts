/** What the demo's server tells the page: where the OAuth server is, and what there is to try. */
export interface DemoFacts {
  readonly authServer: string
  readonly accounts: readonly DemoAccount[]
  /** Of every account. */
  readonly password: string
}

export interface DemoAccount {
  readonly email: string
  /** What there is to see, in one line. */
  readonly shows: string
  /** The code to type first. None: the account has no recovery code. */
  readonly recoveryCode?: string
}
