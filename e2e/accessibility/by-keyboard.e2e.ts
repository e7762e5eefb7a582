import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { ACCOUNT } from '../capture/open-capture.ts'
import { transports } from '../support/challenge-page.ts'
import { expectShown } from '../support/expect-shown.ts'
import { openLoginPage, type LoginPage } from '../support/login-page.ts'

/** Presses keys and returns the focused element, provided its focus is visible. */
async function press(page: Page, ...keys: string[]): Promise<string | undefined> {
  for (const key of keys) await page.keyboard.press(key)
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
      return 'a stop without a ring'
    const [label] = focused instanceof HTMLInputElement ? (focused.labels ?? []) : []
    return (label ?? focused).textContent ?? ''
  })
}

/** The tab stops from here to the one with that name, in order. */
async function stopsTo(page: Page, name: string): Promise<string[]> {
  const stops: string[] = []
  while (stops.at(-1) !== name && stops.length < 20)
    stops.push((await press(page, 'Tab')) ?? 'the page')
  return stops
}

/** Types the password and continues; the demo’s own page isn’t the kit’s. */
async function openPrompt(login: LoginPage): Promise<void> {
  await login.givePassword(ACCOUNT)
  await login.code.waitFor()
}

const box = /^I have saved the new code of/

it.for(transports)(
  'I2 the whole way with the keyboard alone, and a ring at each stop: %s',
  async (to, test) => {
    const login = await openLoginPage(to)
    const { page } = login
    await openPrompt(login)

    expect(await stopsTo(page, 'Recovery code')).toEqual(['Recovery code'])
    await page.keyboard.type(login.firstCode(ACCOUNT).slice(0, -1))
    expect(await press(page, 'Enter'), 'held back').toBe('Recovery code')
    expect(await stopsTo(page, 'Get help')).toEqual([
      ...['Send it anyway', 'Continue', 'Try another way', 'I don’t have my code', 'Get help'],
    ])
    await press(page, ...Array<string>(5).fill('Shift+Tab'), 'End')
    await page.keyboard.type(login.firstCode(ACCOUNT).slice(-1))
    await page.keyboard.press('Enter')

    const heading = login.heading('Save your new recovery code')
    await expectShown(heading)
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    const toContinue = await stopsTo(page, 'Continue')
    expect(toContinue).toEqual([
      'Copy code',
      'Download',
      'Print',
      expect.stringMatching(box),
      'Continue',
    ])
    expect(await press(page, 'Enter'), 'too early').toMatch(box)
    await expectShown(login.text('Save the code first, then tick this box.'))

    expect(await press(page, 'Shift+Tab', 'Shift+Tab', 'Shift+Tab')).toBe('Copy code')
    await page.keyboard.press('Enter')
    await expectShown(login.button('Copied'))
    expect(await press(page, 'Tab')).toBe('Download')
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    await downloading
    await expectShown(login.text('Is the file there?'))
    expect(await stopsTo(page, 'Yes, it is there')).toEqual(['Print', 'Yes, it is there'])
    expect(await press(page, 'Enter'), 'answered').toMatch(box)
    await page.keyboard.press('Space')
    expect(await press(page, 'Tab')).toBe('Continue')
    await page.keyboard.press('Enter')
    await expectShown(login.heading('Welcome back'))
    proves(test, 'N10', `the whole way with the keyboard: ${to} (Chromium)`)
  },
)

it('I3 the focus is in the field after a button that goes away with its press', async (test) => {
  const login = await openLoginPage('handler')
  const { page, tokenEndpoint } = login
  await openPrompt(login)
  await stopsTo(page, 'Recovery code')
  await page.keyboard.type(login.firstCode(ACCOUNT).slice(0, -1))
  await page.keyboard.press('Enter')
  const find = tokenEndpoint.loseAnswers()
  await stopsTo(page, 'Send it anyway')
  const hasFocus = () => login.code.evaluate((field) => field === document.activeElement)
  const release = tokenEndpoint.hold()
  await page.keyboard.press('Enter')
  await expectShown(login.button('Checking your code…'))
  expect(await hasFocus(), 'sent anyway').toBe(true)
  release()
  await expectShown(login.heading('We did not get an answer'))

  find()
  await stopsTo(page, 'Try the same code once more')
  const releaseAgain = tokenEndpoint.hold()
  await page.keyboard.press('Enter')
  await expectShown(login.button('Checking your code…'))
  expect(await hasFocus(), 'once more').toBe(true)
  releaseAgain()
  await expectShown(login.text('That code is no longer accepted'))
  expect(await hasFocus(), 'refused').toBe(true)
  expect(tokenEndpoint.recoveries).toHaveLength(2)
  proves(test, 'N10', '2 buttons that go away, 0 times the focus is lost (Chromium)')
})

const spread = (code: string, between: string) => code.match(/.{4}/g)?.join(between) ?? ''

it.for<[string, (code: string) => string]>([
  ['as it is', (code) => code],
  ['in lower case', (code) => code.toLowerCase()],
  ['with spaces', (code) => spread(code, ' ')],
  ['with non-breaking spaces', (code) => spread(code, '\u00A0')],
  ['with dashes', (code) => spread(code, '–')],
  ['in lines', (code) => spread(code, '\r\n')],
  ['with zero-width spaces', (code) => spread(code, '\u200B')],
  [
    'full-width',
    (code) =>
      code.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)),
  ],
  ['with its list number and a full stop', (code) => `1: “${code}”.`],
  [
    'as the whole saved file',
    (code) =>
      `Harbour recovery code\nAccount: usual@example.com\nNew on November 24, 2026\n\n${code}\n\nWorks once.\n`,
  ],
])('I5 a code pasted %s is taken', async ([how, written], test) => {
  const login = await openLoginPage('handler')
  await openPrompt(login)
  await login.pasteCode(written(login.firstCode(ACCOUNT)))
  await expectShown(login.text('24 of 24'))
  await login.page.keyboard.press('Enter')
  await expectShown(login.heading('Save your new recovery code'))
  expect(login.tokenEndpoint.recoveries).toHaveLength(1)
  proves(test, 'N10', `a code pasted ${how}: 1 POST (Chromium)`)
})
