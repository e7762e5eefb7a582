import type { Page } from 'playwright'
import { newPage } from '../../support/browser.ts'
import { sendsCode } from '../../support/count-posts.ts'
import { ChallengeView } from '../../support/challenge-view.ts'
import type { ShowProps } from '../pages/kit.tsx'
import type { FaultSite } from './fault-site.ts'

interface Beginning extends Pick<ShowProps, 'confirmBy' | 'handler'> {
  /** Default `direct`. */
  readonly through?: 'handler' | 'direct'
}

/** A person at the login page, and both ends of its connection. */
export class SignIn extends ChallengeView {
  readonly site: FaultSite
  /** POSTs with a recovery code that the page sent since the sign-in began. */
  posts = 0
  #before = { recoveries: 0, commits: 0 }
  #shown: ShowProps = { mfaToken: '' }

  constructor(page: Page, site: FaultSite) {
    super(page)
    this.site = site
    page.on('request', (request) => {
      if (sendsCode(request)) this.posts += 1
    })
  }

  /** A new sign-in, at the prompt. The page may have had others. */
  async begin({ through = 'direct', ...props }: Beginning = {}): Promise<void> {
    const { server } = this.site
    const mfaToken = await server.signIn('openid', through === 'direct' ? 'spa' : 'web')
    this.posts = 0
    this.#before = { recoveries: server.recoveries.length, commits: server.commits }
    this.#shown = { mfaToken, ...(through === 'direct' && { domain: server.url }), ...props }
    await this.page.evaluate(() => window.kit.events.splice(0))
    await this.comeBack()
    await this.code.waitFor()
  }

  /** The app shows another page. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => window.kit.hide())
    await this.page.getByText('Another page').waitFor()
  }

  /** The app shows this sign-in again. */
  async comeBack(): Promise<void> {
    await this.page.evaluate((props) => window.kit.show(props), this.#shown)
  }

  /** What reached the OAuth server since the sign-in began. */
  get seen(): { readonly recoveries: number; readonly commits: number } {
    const { recoveries, commits } = this.site.server
    return {
      recoveries: recoveries.length - this.#before.recoveries,
      commits: commits - this.#before.commits,
    }
  }

  /** Waits until the page has received the answer, whatever it shows. */
  async answered(): Promise<void> {
    await this.page.waitForFunction(() => window.kit.events.includes('answered'))
  }

  /** Types the code that currently works. */
  override giveCode(code: string = this.site.server.code): Promise<void> {
    return super.giveCode(code)
  }
}

export interface OpenOptions {
  /** Default: the test's own. */
  readonly page?: () => Promise<Page>
  /** Prepares the page before anything is loaded. */
  readonly prepare?: (page: Page) => unknown
  readonly query?: string
}

export async function openSignIn(site: FaultSite, options: OpenOptions = {}): Promise<SignIn> {
  const { page: open = newPage, prepare, query = '' } = options
  const page = await open()
  await prepare?.(page)
  await page.goto(`${site.url}/${query}`)
  await page.waitForFunction(() => 'kit' in window)
  return new SignIn(page, site)
}
