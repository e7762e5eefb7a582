import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { ACCOUNT } from '../capture/open-capture.ts'
import { expectShown } from '../support/expect-shown.ts'
import { openLoginPage } from '../support/login-page.ts'

interface Dragged {
  readonly items: { mimeType: string; data: string }[]
  readonly files?: string[]
}

/** A drag from outside the browser, as the browser itself receives it. */
async function drop(page: Page, dragged: Dragged, x: number, y: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { ...dragged, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data })
}

async function saved(text: string): Promise<Dragged> {
  const folder = await mkdtemp(join(tmpdir(), 'dropped-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'recovery-code.txt')
  await writeFile(file, text)
  return { items: [], files: [file] }
}
const selected = async (text: string): Promise<Dragged> => ({
  items: [{ mimeType: 'text/plain', data: text }],
})

it.for<[string, number, (text: string) => Promise<Dragged>]>([
  ['the saved file, on the field', 4, saved],
  ['the saved file, a few pixels beside', -4, saved],
  ['a text, on the field', 4, selected],
  ['a text, a few pixels beside', -4, selected],
])('I5 %s: a drop is taken, and the page stays', async ([what, down, dragged], test) => {
  const login = await openLoginPage('handler')
  const { page, code } = login
  await login.givePassword(ACCOUNT)
  await code.waitFor()
  const address = page.url()
  const first = login.firstCode(ACCOUNT)
  const { x, y } = (await code.boundingBox()) ?? { x: 0, y: 0 }
  await drop(page, await dragged(`Harbour\n\n${first}\n\nWorks once.\n`), x + 40, y + down)
  await expectShown(login.text('24 of 24'))
  expect(await code.inputValue()).toBe(first)
  expect(page.url()).toBe(address)
  expect(login.tokenEndpoint.recoveries, 'nothing is sent by a drop').toEqual([])
  proves(test, 'N10', `${what}: taken (Chromium)`)
})
