import type { Frame, Page } from 'playwright'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { startFresh } from '../support/start-fresh.ts'
import { ACCOUNT } from './open-capture.ts'
import { servePage } from './serve-page.ts'

/** A page on another origin with the demo in a frame, showing an unsaved new code. */
async function openFramed(attributes: string): Promise<{ page: Page; frame: Frame; code: string }> {
  const { demo } = await startFresh('login', { withoutHeaders: ['content-security-policy'] })
  const page = await newPage()
  const src = `${demo.url}/?transport=direct`
  await page.goto(
    await servePage(
      `<title>A portal</title><iframe ${attributes} width="600" height="1200" src="${src}"></iframe>`,
    ),
  )
  const frame = page.frames()[1]
  if (frame === undefined) throw new Error('There is no frame.')
  const account = demo.auth.accounts.find(({ email }) => email === ACCOUNT)
  await frame.getByLabel('Email').fill(ACCOUNT)
  await frame.getByLabel('Password').fill(demo.auth.password)
  await frame.getByRole('button', { name: 'Sign in' }).click()
  await frame.getByRole('textbox', { name: 'Recovery code' }).fill(account?.recoveryCode ?? '')
  await frame.getByRole('button', { name: 'Continue' }).click()
  const code = frame.getByRole('group', { name: /^New recovery code/ })
  return { page, frame, code: (await code.textContent()) ?? '' }
}

it('H3 in a frame without clipboard permission the code is still copied, or it says how', async (test) => {
  const { page, frame, code } = await openFramed('')
  const refused = () =>
    navigator.clipboard
      .writeText('')
      .catch((error: unknown) => error instanceof Error && error.name)
  expect(await frame.evaluate(refused)).toBe('NotAllowedError')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

  // The older command needs no permission.
  await frame.getByRole('button', { name: 'Copy code' }).click()
  await expectShown(frame.getByRole('button', { name: 'Copied' }))
  expect(await clipboard()).toBe(code)

  await page.evaluate(() => navigator.clipboard.writeText('something else'))
  await frame.evaluate(() => {
    document.execCommand = () => false
  })
  await frame.getByRole('button', { name: 'Copied' }).click()
  await expectShown(frame.getByText('Your browser did not let us copy'))
  await expectAbsent(frame.getByRole('button', { name: 'Copied' }))
  expect(await clipboard()).toBe('something else')
  await page.keyboard.press('Control+c')
  await expectShown(frame.getByText('You copied the code by hand. That counts.'))
  expect(await clipboard()).toBe(code)
  proves(test, 'N8', '1 frame without permission → 0 false claims')
})

it('H7 in a frame that may not download, answering No offers a way that works', async (test) => {
  const { page, frame, code } = await openFramed(
    'sandbox="allow-scripts allow-same-origin allow-forms" allow="clipboard-write"',
  )
  const downloads: unknown[] = []
  page.on('download', (download) => downloads.push(download))
  await frame.getByRole('button', { name: 'Download' }).click()
  await expectShown(frame.getByText('Is the file there?'))
  await expectAbsent(frame.getByRole('button', { name: 'Downloaded' }))
  await frame.getByRole('button', { name: 'No', exact: true }).click()
  await expectShown(
    frame.getByText('The file could not be saved here. Save the code in another way.'),
  )
  expect(downloads).toEqual([])
  const copy = frame.getByRole('button', { name: 'Copy code' })
  expect(await copy.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await expectShown(frame.getByRole('button', { name: 'Copied' }))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
  proves(test, 'N8', '1 blocked download → 0 claims')
})
