import { extractText } from 'unpdf'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { ACCOUNT } from '../capture/open-capture.ts'
import { openCapture, openPrompt, type FirefoxPage } from './firefox-page.ts'

it('H1 Copy puts the code into the clipboard, byte for byte', async (test) => {
  const { on, code } = await openCapture()
  await on.press('Copy code')
  await on.shows('Copied. Now paste it where you keep it')
  expect(await on.clipboard()).toBe(code)
  proves(test, 'N8', '1 copy, byte for byte (Firefox)')
})

it('H1 if the Clipboard API is refused, the older command copies the same', async () => {
  const { on, code } = await openCapture()
  await on.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await on.press('Copy code')
  await on.shows('Copied. Now paste it where you keep it')
  expect(await on.clipboard()).toBe(code)
})

it('H2 if neither works, the code is selected, and the keys copy it', async () => {
  const { on, code } = await openCapture()
  await on.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await on.press('Copy code')
  await on.shows('Your browser did not let us copy')
  expect(await on.page.evaluate(() => getSelection()?.toString())).toBe(code)
  await on.chord('c')
  await on.shows('You copied the code by hand. That counts.')
  expect(await on.clipboard()).toBe(code)
})

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The ways to select the whole code with the mouse. */
const selections: Record<string, (on: FirefoxPage, box: Box) => Promise<void>> = {
  'one click': ({ page }, { x, y }) => page.mouse.click(x + 40, y + 20),
  'a triple click': ({ page }, { x, y }) => page.mouse.click(x + 40, y + 20, { count: 3 }),
  async 'a drag from the first group to the last'({ page }, { x, y, width, height }) {
    await page.mouse.move(x + 2, y + 16)
    await page.mouse.down()
    await page.mouse.move(x + width - 2, y + height - 16, { steps: 8 })
    await page.mouse.up()
  },
  async 'a drag from the last group to the first'({ page }, { x, y, width, height }) {
    await page.mouse.move(x + width - 40, y + height - 16)
    await page.mouse.down()
    await page.mouse.move(x + 2, y + 16, { steps: 8 })
    await page.mouse.up()
  },
}

it.for(Object.entries(selections))(
  'H4 selected by %s and copied with the keys: exact, and it counts',
  async ([way, select], test) => {
    const { on, code } = await openCapture()
    const box = await (await on.part('code')).boundingBox()
    if (box === null) throw new Error('The code is not drawn.')
    await select(on, box)
    await on.chord('c')
    await on.shows('You copied the code by hand. That counts.')
    expect(await on.clipboard()).toBe(code)
    proves(test, 'N8', `${way}: exact (Firefox)`)
  },
)

it('H8 the printout has the code card and nothing else', async (test) => {
  const { on, code } = await openCapture()
  const date = await on.textOf('code-date')
  const { text, totalPages } = await extractText(new Uint8Array(await on.page.pdf()))
  expect(totalPages).toBe(1)
  expect(text.join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(
    `Harbour recovery code ${ACCOUNT} ${date} ${code.match(/.{4}/g)?.join(' ')} Works once. Replaces every earlier code. Keep it where only you can find it.`,
  )
  proves(test, 'N4', '1 page, 0 other words (Firefox)')
})

it('I2 the whole way with the keyboard alone', async (test) => {
  const { on, code } = await openPrompt()
  const { page } = on
  const tab = async () => {
    await page.keyboard.press('Tab')
    return on.focused()
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  expect(await tab()).toBe('Recovery code')
  await page.keyboard.type(code.toLowerCase())
  expect([await tab(), await tab()]).toEqual(['Continue', 'Try another way'])
  await page.keyboard.down('Shift')
  await page.keyboard.press('Tab')
  await page.keyboard.up('Shift')
  await page.keyboard.press(' ')
  await on.shows('Save your new recovery code')
  expect(await on.focused()).toBe('Save your new recovery code')
  expect([await tab(), await tab(), await tab()]).toEqual(['Copy code', 'Download', 'Print'])
  expect(await tab()).toMatch(/^I have saved the new code of/)
  await page.keyboard.press(' ')
  expect(await tab()).toBe('Continue')
  await page.keyboard.press('Enter')
  await on.shows('Welcome back')
  proves(test, 'N10', 'the whole way with the keyboard (Firefox)')
})

it('I5 a code pasted from the whole saved file is taken', async (test) => {
  const { on, code } = await openPrompt()
  await on.page.evaluate((text) => {
    const source = Object.assign(document.createElement('textarea'), { value: text })
    document.body.append(source)
    source.select()
  }, `Harbour recovery code\nNew on November 24, 2026\n\n${code}\n\nWorks once.\n`)
  await on.chord('c')
  await on.page.focus('[data-rrl-part="input"]')
  await on.chord('v')
  await on.shows('24 of 24')
  await on.page.keyboard.press('Enter')
  await on.shows('Save your new recovery code')
  expect(await on.textOf('code')).toMatch(/^[1-9A-HJ-NP-Z]{24}$/)
  proves(test, 'N10', '1 file pasted (Firefox)')
})
