import type { Locator, Page } from 'playwright'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import { newPage } from '../../support/browser.ts'
import type { FaultSite } from './fault-site.ts'

export type Transport = 'handler' | 'direct'

type Props = Partial<Omit<RecoveryCodeChallengeProps, 'mfaToken' | 'transport' | 'onComplete'>> & {
  readonly through?: Transport
}

/** A person at the login page, and both ends of its wire. */
export class SignIn {
  readonly page: Page
  readonly site: FaultSite
  /** POSTs with a recovery code that the page made since the sign-in began. */
  posts = 0
  #before = { recoveries: 0, commits: 0 }

  constructor(page: Page, site: FaultSite) {
    this.page = page
    this.site = site
    page.on('request', (request) => {
      if (request.postData()?.includes('mfa-recovery-code')) this.posts += 1
    })
  }

  /** A sign-in of its own, at the prompt. The page may have had others. */
  async begin({ through = 'direct', ...props }: Props = {}): Promise<void> {
    const { server } = this.site
    const mfaToken = await server.signIn('openid', through === 'direct' ? 'spa' : 'web')
    this.posts = 0
    this.#before = { recoveries: server.recoveries.length, commits: server.commits }
    const transport =
      through === 'direct'
        ? { domain: server.url, clientId: 'spa' }
        : { endpoint: '/login/recovery-code' }
    await this.page.evaluate((all) => window.kit.show(all), { mfaToken, transport, ...props })
    await this.code.waitFor()
  }

  /** What reached the OAuth server since the sign-in began. */
  get seen(): { readonly recoveries: number; readonly commits: number } {
    const { recoveries, commits } = this.site.server
    return {
      recoveries: recoveries.length - this.#before.recoveries,
      commits: commits - this.#before.commits,
    }
  }

  get code(): Locator {
    return this.page.getByRole('textbox', { name: 'Recovery code', exact: true })
  }

  get newCode(): Locator {
    return this.page.getByRole('group', { name: /^New recovery code/ })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Gives the code that works now. */
  async giveCode(code = this.site.server.code): Promise<void> {
    await this.code.fill(code)
    await this.button('Continue').click()
  }

  async confirmSaved(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^I have saved the/ }).check()
    await this.button('Continue').click()
  }
}

/** @param prepare What is to be done with the page before anything is loaded. */
export async function openSignIn(
  site: FaultSite,
  prepare: (page: Page) => unknown = () => {},
): Promise<SignIn> {
  const page = await newPage()
  await prepare(page)
  await page.goto(site.url)
  await page.waitForFunction(() => 'kit' in window)
  return new SignIn(page, site)
}
