import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerWith } from '#test/fault-server/faults.ts'
import { proves } from '#test/faults/runs.ts'
import { openPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'

let site: FaultSite
let signIn: SignIn
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
  signIn = await openSignIn(site, { page: openPage })
})
afterAll(() => site.close())

/** What the server's text would leave behind if any of it were parsed as markup or run. */
const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><b id="bold">'

test.for([
  ['markup', markup],
  ['an override of the writing direction', 'AB\u202ECD\u202CEF\u2066GH'],
  ['characters without width', 'AB\u200BCD\u200DEF\uFEFFGH'],
  ['4 KB', 'K7'.repeat(2048)],
  ['pictures', '👩‍👩‍👧🔑🇦🇶é'],
  ['another script', 'رمز الاسترداد'],
] as const)('E9 a code with %s is text, and the page holds', async ([, code], context) => {
  const { page } = signIn
  await page.setViewportSize({ width: 320, height: 640 })
  site.server.fault = answerWith(200, { access_token: 'x', recovery_code: code })
  await signIn.begin()
  await signIn.giveCode()
  await signIn.newCode.waitFor()
  expect(await signIn.newCode.textContent()).toBe(code)
  const { elements, direction, wider, ran } = await signIn.newCode.evaluate((element) => ({
    elements: [...new Set(Array.from(element.querySelectorAll('*'), ({ tagName }) => tagName))],
    direction: getComputedStyle(element).direction,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ran: 'ran' in window,
  }))
  expect(elements).toEqual(['SPAN'])
  expect(direction).toBe('ltr')
  expect(wider).toBe(0)
  expect(ran).toBe(false)
  proves(context, ['N2', 'N9'], '0 elements made of it, 0 px of overflow at 320 px')
})

test.for([
  ['markup', `${markup} Ask at https://evil.example/help`],
  ['a link', '[Help](javascript:window.ran=1) https://evil.example/help'],
  ['16 KB', `Call 0900 1234. ${'x'.repeat(16 * 1024)}`],
] as const)('E12 a description with %s is not shown', async ([, text], context) => {
  const { page } = signIn
  site.server.fault = answerWith(403, { error: 'invalid_grant', error_description: text })
  await signIn.begin()
  await signIn.giveCode()
  await page.getByText('That code was not accepted').waitFor()
  const html = await page.locator('#root').evaluate(({ innerHTML }) => innerHTML)
  for (const part of ['evil.example', 'javascript:', 'bold', 'onerror', '0900', 'xxxx'])
    expect(html.includes(part), part).toBe(false)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  proves(context, 'N9', '0 characters of it on the page')
})
