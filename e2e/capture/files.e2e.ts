import { readFile } from 'node:fs/promises'
import { extractText } from 'unpdf'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { expectAbsent, expectShown } from '../support/expect-shown.ts'
import { ACCOUNT, openCapture } from './open-capture.ts'

it('H6 Download gives the browser a file with the code and what to know about it', async (test) => {
  const { login, code } = await openCapture()
  const downloading = login.page.waitForEvent('download')
  await login.button('Download').click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('recovery-code.txt')
  const lines = (await readFile(await download.path(), 'utf8')).split('\n')
  expect(lines).toEqual([
    'Harbour recovery code',
    `Account: ${ACCOUNT}`,
    expect.stringMatching(/^New on \w+ \d+, \d{4}$/),
    '',
    code,
    '',
    'Works once. Replaces every earlier code. Keep it where only you can find it.',
    '',
  ])
  await expectShown(login.text('Is the file there?'))
  await login.button('Yes, it is there').click()
  await expectShown(login.button('Downloaded'))
  proves(test, ['N4', 'N8'], '1 file, the code on a line of its own, none in its name')
})

it('H8 the printout has the code card and nothing else', async (test) => {
  const { login, code } = await openCapture()
  const { text, totalPages } = await extractText(new Uint8Array(await login.page.pdf()))
  expect(totalPages).toBe(1)
  const words = text.join(' ').replaceAll(/\s+/g, ' ')
  const date = await login.page.locator('[data-rrl-part="code-date"]').textContent()
  expect(words).toBe(
    `Harbour recovery code ${ACCOUNT} ${date} ${code.match(/.{4}/g)?.join(' ')} Works once. Replaces every earlier code. Keep it where only you can find it.`,
  )
  proves(test, 'N4', '1 page, 0 other words (Chromium)')
})

it('H8 Print opens the browser’s own dialog, and asks about its outcome', async () => {
  const { login, code } = await openCapture()
  await login.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await login.button('Print').click()
  await expectShown(login.page.locator('body[data-printed]'))
  expect(login.page.context().pages(), 'no window of its own').toHaveLength(1)
  await expectShown(login.text('Is it on paper?'))
  await login.button('No').click()
  await expectShown(login.text('Printing did not start here. Save the code in another way.'))
  expect(await login.readNewCode()).toBe(code)
})

it.each<[string, 'resolve' | 'reject', string]>([
  ['takes it', 'resolve', 'Shared'],
  ['is closed', 'reject', 'Nothing was shared. Save the code in another way.'],
])('Share is offered where the platform has it; it %s', async (_how, end, says) => {
  const { login, code } = await openCapture()
  // Chromium on Linux lacks it.
  await expectAbsent(login.button('Share'))
  await login.page.evaluate((how) => {
    Object.assign(navigator, {
      share: ({ text }: ShareData) => {
        document.body.dataset['shared'] = text
        return Promise[how](how === 'reject' ? new DOMException('', 'AbortError') : undefined)
      },
    })
  }, end)
  await login.page.getByRole('checkbox').check()
  await login.button('Share').click()
  await expectShown(login.text(says))
  expect(await login.page.locator('body').getAttribute('data-shared')).toContain(`\n${code}\n`)
})
