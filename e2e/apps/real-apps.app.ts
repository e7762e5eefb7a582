import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import type { RunningApp } from '../../scripts/run-app.ts'
import { newPage } from '../support/browser.ts'
import { ChallengeView } from '../support/challenge-view.ts'
import { expectShown } from '../support/expect-shown.ts'
import { startApp } from './start-app.ts'
import { startTlsProxy, type TlsProxyOptions } from './tls-proxy.ts'

const USUAL = 'usual@example.com'
/** Each app's docs page, and its handler's path. */
const apps = {
  'docs/nextjs.md': '/login/recovery-code/submit',
  'docs/express.md': '/login/recovery-code',
} as const

/** The proxy's certificate is self-signed. */
const anyCertificate = { ignoreHTTPSErrors: true }

describe.each(Object.entries(apps))('%s', (docs, handler) => {
  let app: RunningApp
  let code: string
  beforeAll(async () => {
    app = await startApp(docs)
    code = firstCode(USUAL)
  })
  afterAll(() => app?.close())

  function firstCode(email: string): string {
    return app.auth.accounts.find((one) => one.email === email)?.recoveryCode ?? ''
  }

  async function openPrompt(email: string, origin = app.url): Promise<ChallengeView> {
    const page = await newPage(anyCertificate)
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text())
    })
    onTestFinished(() => expect(complaints).toEqual([]))
    await page.goto(`${origin}/login`)
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill(app.auth.password)
    await page.getByRole('button', { name: 'Continue' }).click()
    const view = new ChallengeView(page)
    await view.code.waitFor()
    return view
  }

  /** The next test uses the new code. */
  async function keepNewCode(view: ChallengeView): Promise<void> {
    await view.newCode.waitFor()
    code = (await view.readNewCode()).replaceAll(/\W/g, '')
  }

  async function expectSignedIn(view: ChallengeView): Promise<void> {
    await expectShown(view.heading('Welcome back'))
    await expectShown(view.text(`You are signed in as ${USUAL}.`))
  }

  it('Q10 a whole sign-in, its cookies, and the sign-out', async (test) => {
    const view = await openPrompt(USUAL)
    const cookies = async () => await view.page.context().cookies()
    const [signIn] = await cookies()
    expect(signIn).toMatchObject({ httpOnly: true, secure: false, sameSite: 'Strict' })
    await view.giveCode(code)
    await keepNewCode(view)
    await view.confirmSaved()
    await expectSignedIn(view)
    // The sign-in cookie is gone too.
    expect((await cookies()).map((cookie) => cookie.httpOnly)).toEqual([true])
    await view.page.reload()
    await expectSignedIn(view)
    await view.button('Sign out').click()
    await expectShown(view.heading('Harbour'))
    expect(await cookies()).toEqual([])
    proves(test, ['N2', 'N4'], '1 sign-in, 1 session')
  })

  it('Q11 a wrong code is refused, and then the right one is accepted', async (test) => {
    const view = await openPrompt(USUAL)
    await view.giveCode('WRQNG1WRQNG1WRQNG1WRQNG1')
    await expectShown(view.text('That code was not accepted'))
    await view.giveCode(code)
    await keepNewCode(view)
    await view.confirmSaved()
    await expectSignedIn(view)
    proves(test, 'N3', '1 refusal, 1 sign-in')
  })

  it('Q12 another factor continues, and its mfa token stays on the server', async (test) => {
    const view = await openPrompt('another-factor@example.com')
    const handle = view.page.url().split('/').at(-1)
    await view.giveCode(firstCode('another-factor@example.com'))
    await view.button('Go to the next step').click()
    await view.page.waitForURL(`**/login/another-factor/${handle}`)
    await expectShown(view.text('Choose how to go on:'))
    await expectShown(view.page.getByRole('listitem').filter({ hasText: 'otp' }))
    proves(test, 'N4', '1 handle for both factors')
  })

  it('Q13 a reload with an unsaved code: asks first, and is signed in afterwards', async (test) => {
    const view = await openPrompt(USUAL)
    await view.giveCode(code)
    await keepNewCode(view)
    const asked = view.page.waitForEvent('dialog')
    const reloaded = view.page.reload()
    await (await asked).accept()
    await reloaded
    await expectShown(view.heading('The page closed before you saved the code'))
    await view.button('Continue').click()
    await expectSignedIn(view)
    proves(test, ['N3', 'N7'], '1 reload, 1 session')
  })

  const proxies = (['HTTP/1.1', 'HTTP/2'] as const).flatMap((protocol) =>
    (['kept', 'rewritten'] as const).map((host) => ({ protocol, host })),
  )

  async function behind(options: Omit<TlsProxyOptions, 'upstream'>): Promise<string> {
    const proxy = await startTlsProxy({ upstream: app.url, ...options })
    onTestFinished(proxy.close)
    return proxy.origin
  }

  it.each(proxies)('Q14 behind TLS, $protocol, host $host: signed in', async (options) => {
    const view = await openPrompt(USUAL, await behind(options))
    for (const { name, secure } of await view.page.context().cookies())
      expect([name.startsWith('__Host-'), secure]).toEqual([true, true])
    await view.giveCode(code)
    await keepNewCode(view)
    await view.confirmSaved()
    await expectSignedIn(view)
  })

  it.each(proxies)(
    'Q14 behind TLS, $protocol, host $host: a stranger is refused',
    async (options) => {
      const origin = await behind(options)
      // What a browser says about the requesting page, and what a page on another origin can make it send.
      const page = await newPage(anyCertificate)
      await page.goto(origin)
      const evil = await newPage({ ...anyCertificate, bypassCSP: true })
      await evil.goto(origin.replace('login', 'evil'))
      const post = async (from: typeof page, credentials: RequestCredentials) =>
        from.evaluate(
          async ([url = '', credentials]) => {
            const body = new URLSearchParams({
              mfa_token: 'x'.repeat(22),
              recovery_code: 'A'.repeat(24),
            })
            const init = { method: 'POST', body, credentials, mode: 'no-cors' } as const
            // From another origin: opaque, or hidden from the page (Cross-Origin-Resource-Policy).
            return fetch(url, init).then(
              ({ status }) => status,
              () => 0,
            )
          },
          [origin + handler, credentials] as const,
        )
      // Refused for its parameters, so its origin was accepted.
      expect(await post(page, 'same-origin')).toBe(400)
      const statuses: number[] = []
      evil.on('response', (response) => {
        if (response.request().method() === 'POST') statuses.push(response.status())
      })
      expect(await post(evil, 'include')).toBe(0)
      await evil.evaluate((action) => {
        document.body.innerHTML = `<form method="post" action="${action}"><button>go</button></form>`
        document.querySelector('form')?.requestSubmit()
      }, origin + handler)
      await evil.waitForURL(origin + handler)
      // The first has no status if Cross-Origin-Resource-Policy hides the answer from the page.
      expect([...new Set(statuses)]).toEqual([403])
      expect(app.printed()).not.toContain('"unknown"')
    },
  )
})
