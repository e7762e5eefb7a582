import type { Page } from 'playwright'
import { englishLabels as say } from 'react-recovery-login'
import {
  answerRoute,
  recoveryCodeScenario,
  type ScenarioName,
  type ScenarioOptions,
} from 'react-recovery-login/mocks'
import { beforeAll, expect, it, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { ChallengeView } from '../support/challenge-view.ts'
import { expectShown } from '../support/expect-shown.ts'
import { openMocksPage } from './open-mocks-page.ts'

const endpoint = '/login/recovery-code'
const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'
const recoveryCode = 'H4TZ8MPW6RKC2VXN9JQB7SGD'

/** Each scenario, and the text that identifies its screen. */
const screens: Readonly<Record<ScenarioName, string>> = {
  success: say['notice.heading'],
  slow: say['notice.heading'],
  'no-new-code': say['complete.heading'],
  'wrong-code': say['form.rejected.title'],
  'rate-limited': say['form.limited.title'],
  expired: say['expired.heading'],
  'another-factor': say['another.heading'],
  denied: say['denied.heading'],
  'not-enabled': say['misconfigured.heading'],
  'not-sent': say['misconfigured.heading'],
  'server-error': say['unknown.heading'],
  html: say['unknown.heading'],
  empty: say['unknown.heading'],
  'network-down': say['unknown.heading'],
  'never-answers': say['unknown.heading'],
  'cut-off': say['notice.partial.heading'],
  held: say['notice.heading'],
  // By a public client: there is no handler to look at.
  'lost-found': say['unknown.heading'],
  'lost-looking': say['unknown.heading'],
  'lost-not-found': say['unknown.heading'],
}
const names = Object.keys(screens) as ScenarioName[]

let byMsw: Page
let byRoute: Page
beforeAll(async () => {
  byMsw = await openMocksPage()
  byRoute = await openMocksPage()
})

const show = (mfaToken: string, path?: string) =>
  byRoute.evaluate(([token, to]) => window.showChallenge(token, to), [mfaToken, path] as const)

const rows = [
  ...names.map((name) => ({ name, options: {} })),
  ...(['success', 'wrong-code', 'network-down'] as const).map((name) => ({
    name,
    options: { endpoint },
  })),
]

test.for<{ name: ScenarioName; options: ScenarioOptions }>(rows)(
  'Q24 $name by a route of Playwright is the screen that msw brings up ($options)',
  async ({ name, options: { endpoint: path } }, context) => {
    const mfaToken = `handle of ${name} ${path}`
    const options = { mfaToken, delay: 20, ...(path !== undefined && { endpoint: path }) }
    await byMsw.evaluate(([one, given]) => window.showByMsw(one, given), [name, options] as const)
    const wanted = await screenAfterCode(byMsw, name)

    const scenario = recoveryCodeScenario(name, options)
    await byRoute.route(new URL(scenario.url, byRoute.url()).href, (route) =>
      answerRoute(route, scenario),
    )
    await show(mfaToken, path)
    expect(await screenAfterCode(byRoute, name)).toBe(wanted)
    // In `never-answers`, the clock is faster than the route.
    const sent = () => scenario.requests.filter((form) => form.get('repeat') !== 'look')
    await expect.poll(() => sent().length).toBe(1)
    proves(context, 'N2', `${rows.length} screens`)
  },
)

it('Q24 another scenario’s route is left to it, and any other to the server', async () => {
  const mfaToken = 'handle of the first'
  const first = recoveryCodeScenario('success', { mfaToken })
  const second = recoveryCodeScenario('wrong-code', { mfaToken: 'handle of the second' })
  for (const scenario of [first, second])
    await byRoute.route('**', (route) => answerRoute(route, scenario))
  await show(mfaToken)
  await screenAfterCode(byRoute, 'success')
  expect([first, second].map(({ requests }) => requests.length)).toEqual([1, 0])
  expect(await byRoute.evaluate(async () => (await fetch('/page.js')).status)).toBe(200)
})

it('Q24 the wait is not hidden from a page on another origin', async () => {
  const scenario = recoveryCodeScenario('rate-limited')
  const page = await openMocksPage()
  await page.route(scenario.url, (route) => answerRoute(route, scenario))
  const form = `grant_type=${GRANT}&client_id=example-client&mfa_token=${scenario.mfaToken}&recovery_code=A`
  const wait = page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const { status, headers: answer } = await fetch(url, { method: 'POST', headers, body })
      return [status, answer.get('retry-after')]
    },
    [scenario.url, form] as const,
  )
  expect(await wait).toEqual([429, '360'])
})

/** What is on screen after the code was sent and everything automatic has happened. Seconds count down. */
async function screenAfterCode(page: Page, name: ScenarioName): Promise<string> {
  const challenge = new ChallengeView(page)
  if (name === 'never-answers') await page.clock.install()
  await challenge.giveCode(recoveryCode)
  if (name === 'never-answers') {
    await expectShown(challenge.text(say['form.submitting']))
    await page.clock.fastForward(31_000)
  }
  await expectShown(challenge.text(screens[name]))
  return (await page.locator('main').innerText()).replaceAll(/:\d\d/g, ':##')
}
