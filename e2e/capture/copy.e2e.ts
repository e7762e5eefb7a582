import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { openCapture } from './open-capture.ts'

const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

it('H1 Copy puts the code into the clipboard, byte for byte, by mouse and by keyboard', async (test) => {
  const { login, code } = await openCapture()
  const { page } = login
  for (const press of [
    () => login.button('Copy code').click(),
    () => login.button('Copied').press('Enter'),
  ]) {
    await page.evaluate(() => navigator.clipboard.writeText('something else'))
    await press()
    await expectShown(login.button('Copied'))
    await expectShown(login.text('Now paste it where you keep it'))
    expect(await clipboardOf(page)).toBe(code)
  }
  proves(test, 'N8', '2 copies, byte for byte (Chromium)')
})

it('H1 if the Clipboard API is refused, the older command copies the same', async () => {
  const { login, code } = await openCapture()
  await login.page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await login.button('Copy code').click()
  await expectShown(login.button('Copied'))
  expect(await clipboardOf(login.page)).toBe(code)
})

it('H2 if neither works, the code is selected for the keyboard', async (test) => {
  const { login, code } = await openCapture()
  const { page } = login
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    document.execCommand = () => false
  })
  await login.button('Copy code').click()
  await expectShown(login.text('Your browser did not let us copy'))
  await expectAbsent(login.button('Copied'))
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(code)
  // As the message promises: the keys copy the selection.
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'))
  await page.keyboard.press('Control+c')
  await expectShown(login.text('You copied the code by hand. That counts.'))
  expect(await clipboardOf(page)).toBe(code)
  proves(test, 'N8', '1 refused clipboard → 0 claims (Chromium)')
})

it.each<[string, boolean, string, number, (page: Page) => Promise<string | undefined>]>([
  ['the older command copies it', true, 'Now paste it where you keep it', 1, clipboardOf],
  [
    'it says so, and the code is selected',
    false,
    'Your browser did not let us copy',
    0,
    (page) => page.evaluate(() => getSelection()?.toString()),
  ],
])('H2 a clipboard that hangs for 5 s: %s', async (_end, works, says, claims, holder) => {
  const { login, code } = await openCapture()
  await login.page.evaluate((allowed) => {
    navigator.clipboard.writeText = () => new Promise(() => {})
    if (!allowed) document.execCommand = () => false
  }, works)
  const wait = login.text('Wait a moment: the code is still being saved.')
  await login.button('Copy code').click()
  // Meanwhile nothing is claimed, and another press still responds.
  await login.button('Copy code').click()
  await expectShown(wait)
  await expectShown(login.text(says))
  await expectAbsent(wait)
  expect(await login.button('Copied').count()).toBe(claims)
  expect(await holder(login.page)).toBe(code)
})

/** The ways to select the whole code with the mouse. */
const selections: Record<
  string,
  (page: Page, box: { x: number; y: number; width: number; height: number }) => Promise<void>
> = {
  'one click': (page, { x, y }) => page.mouse.click(x + 30, y + 12),
  'a triple click': (page, { x, y }) => page.mouse.click(x + 30, y + 12, { clickCount: 3 }),
  async 'a drag from the first group to the last'(page, { x, y, width, height }) {
    await page.mouse.move(x + 2, y + 10)
    await page.mouse.down()
    await page.mouse.move(x + width - 2, y + height - 10, { steps: 8 })
    await page.mouse.up()
  },
  async 'a drag from the last group to the first'(page, { x, y, width, height }) {
    // From within the last group: from the edge next to it, Chromium selects nothing with `user-select: all`.
    await page.mouse.move(x + width - 40, y + height - 10)
    await page.mouse.down()
    await page.mouse.move(x + 2, y + 10, { steps: 8 })
    await page.mouse.up()
  },
}

it.for(Object.entries(selections))(
  'H4 selected by %s and copied with the keys: exact, and it counts',
  async ([way, select], test) => {
    const { login, code } = await openCapture()
    const { page } = login
    const box = await login.newCode.boundingBox()
    if (box === null) throw new Error('The code is not drawn.')
    await select(page, box)
    await page.keyboard.press('Control+c')
    await expectShown(login.text('You copied the code by hand. That counts.'))
    expect(await clipboardOf(page)).toBe(code)
    proves(test, 'N8', `${way}: exact (Chromium)`)
  },
)

it('H4 in a page from right to left it is the same', async () => {
  const { login, code } = await openCapture()
  const { page } = login
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  await login.newCode.click()
  await page.keyboard.press('Control+c')
  await expectShown(login.text('You copied the code by hand. That counts.'))
  expect(await clipboardOf(page)).toBe(code)
  // Rendered left to right: the first group is left of the second.
  const [first, second] = await Promise.all(
    [0, 1].map((at) => login.newCode.locator('> *').nth(at).boundingBox()),
  )
  expect(first!.x).toBeLessThan(second!.x)
})

it('H4 a selection of the whole page copies the code whole, and does not count', async () => {
  const { login, code } = await openCapture()
  const { page } = login
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await clipboardOf(page)).toContain(code)
  await expectAbsent(login.text('You copied the code by hand. That counts.'))
})
