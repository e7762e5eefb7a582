import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { everyScreen } from '../accessibility/every-screen.tsx'
import { openScreens } from '../accessibility/open-screen.ts'
import { addAxe, axeFaults } from '../support/axe.ts'
import { compileTailwind } from './compile-tailwind.ts'
import { outlineOf } from './outline-of.ts'

const names = Object.keys(everyScreen)
const entry = join(import.meta.dirname, 'page.tsx')
let css: string

beforeAll(async () => {
  css = await compileTailwind()
})

it('Q31 the registry’s markup says, describes and guards what the kit’s does, on every screen', async (context) => {
  const [kits, own] = [await openScreens(), await openScreens(entry, css)]
  for (const name of names) {
    const wanted = await (await kits.show(name)).evaluate(outlineOf)
    expect(wanted.length, name).toBeGreaterThan(3)
    expect(await (await own.show(name)).evaluate(outlineOf), name).toEqual(wanted)
  }
  proves(context, 'N10', `${names.length} screens`)
})

it.for(['light', 'dark'])(
  'Q31 axe finds nothing on any screen of the registry, nor has it to be scrolled sideways: %s',
  { timeout: 120_000 },
  async (scheme, context) => {
    const { page, show } = await openScreens(entry, css)
    await addAxe(page)
    await page.evaluate((set) => document.documentElement.classList.add(set), scheme)
    for (const name of names) {
      const main = await show(name)
      await page.setViewportSize({ width: 1280, height: 900 })
      expect(await axeFaults(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await main.evaluate(() => document.documentElement.scrollWidth), name).toBe(320)
    }
    proves(context, 'N10', `${names.length} screens, ${scheme}: 0 violations`)
  },
)

it('Q31 a page translator that moves its elements removes no screen', async (context) => {
  const { show } = await openScreens(entry, css)
  const main = await show('prompt')
  await main.locator('p').evaluateAll((all) => {
    for (const one of all) {
      const other = document.createElement('font')
      one.replaceWith(other)
      other.append(one.textContent)
    }
  })
  // A message replaces the hint, and React can't remove it from where it was.
  await main.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => main.locator('font').count()).toBe(0)
  expect(await main.getByRole('textbox', { name: 'Recovery code' }).count()).toBe(1)
  proves(context, 'N10', 'drawn anew')
})
