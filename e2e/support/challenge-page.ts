import type { Demo } from 'login-demo/serve'
import type { Page } from 'playwright'
import { ChallengeView } from './challenge-view.ts'
import type { FreshDemo } from './start-fresh.ts'
import type { TokenEndpoint } from './token-endpoint.ts'

export const transports = ['handler', 'direct'] as const
export type Transport = (typeof transports)[number]

/** The challenge on a page that uses the demo's server. */
export class ChallengePage extends ChallengeView {
  readonly demo: Demo
  readonly tokenEndpoint: TokenEndpoint

  constructor(page: Page, { demo, tokenEndpoint }: FreshDemo) {
    super(page)
    this.demo = demo
    this.tokenEndpoint = tokenEndpoint
  }

  /** An account's first code. */
  firstCode(email: string): string {
    const account = this.demo.auth.accounts.find((one) => one.email === email)
    if (account?.recoveryCode === undefined) throw new Error(`${email} has no recovery code.`)
    return account.recoveryCode
  }
}
