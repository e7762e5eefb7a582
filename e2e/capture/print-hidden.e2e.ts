import { join } from 'node:path'
import type { Page } from 'playwright'
import { extractText } from 'unpdf'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { expectShown } from '../support/expect-shown.ts'
import { servePage } from './serve-page.ts'

const code = 'W9QJ3NBX7VGT5KZR2MCH8DPF'

/** A page whose new code is hidden because the retype field has focus. */
async function openHidden(): Promise<Page> {
  const { script, style } = await bundle(join(import.meta.dirname, 'retype-page.tsx'))
  const page = await newPage()
  await page.goto(await servePage('<title>A page</title><div id="root"></div>'))
  await page.addStyleTag({ content: style })
  await page.addScriptTag({ content: script })
  await page.getByRole('textbox').focus()
  await expectShown(page.getByRole('button', { name: 'Show the code' }))
  expect(await page.locator('#root').innerText()).not.toContain('W9QJ')
  return page
}

it('H8 a hidden code is printed, whichever way the page is printed', async (test) => {
  const page = await openHidden()
  const { text } = await extractText(new Uint8Array(await page.pdf()))
  expect(text.join('').replaceAll(/\s/g, '')).toContain(code)
  proves(test, 'N8', '1 hidden code → whole on the paper (Chromium)')
})

it('H8 Print shows a hidden code before the dialog opens', async () => {
  const page = await openHidden()
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] =
        document.querySelector('[data-rrl-part="code"]')?.textContent ?? ''
    }
  })
  await page.getByRole('button', { name: 'Print' }).click()
  await expectShown(page.getByText('Is it on paper?'))
  expect(await page.locator('body').getAttribute('data-printed')).toBe(code)
})
