import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { classEveryPart, partsWithClass } from '#test/every-part.ts'
import { compileHost } from './compile-host.ts'
import { lookOf } from './look-of.ts'
import { openHost, takePicture } from './open-host.ts'
import { computed, utilities } from './their-rules.ts'

const source = new URL('../../packages/react-recovery-login/src/styles.css', import.meta.url)
let alone: Promise<string[]> | undefined
/** With the stylesheet as it is, which is what the stories and all other tests use. */
async function lookAlone(): Promise<string[]> {
  const page = await openHost(readFileSync(source, 'utf8'))
  await takePicture(page, 'alone')
  return page.evaluate(lookOf)
}

it.each([
  ['built for production', 'layered', 'built'],
  ['built for production', 'unlayered', 'built-unlayered'],
  ['with Tailwind 4', 'layered', 'tailwind-4'],
  ['with Tailwind 3', 'unlayered', 'tailwind-3'],
  ['with modern-normalize', 'unlayered', 'modern-normalize'],
  ['with a reset that leaves nothing', 'unlayered', 'reset'],
])('looks the same %s (%s)', async (_host, _sheet, file) => {
  const page = await openHost(await compileHost(file))
  await takePicture(page, file)
  const look = await page.evaluate(lookOf)
  const wanted = await (alone ??= lookAlone())
  expect(wanted.length).toBeGreaterThan(1000)
  expect(look.filter((line, at) => line !== wanted[at])).toEqual([])
  expect(look).toHaveLength(wanted.length)
})

it.each([
  ['light', 'rgb(252, 249, 242)'],
  ['dark', 'rgb(31, 27, 23)'],
])('has the %s scheme of a theme, built for production', async (scheme, surface) => {
  const page = await openHost(await compileHost('built-theme'))
  await page.locator('html').evaluate((html, scheme) => html.classList.add(scheme), scheme)
  await takePicture(page, `built-theme-${scheme}`)
  const panel = page.locator("[data-rrl-part='panel']").first()
  expect(await panel.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(surface)
})

it.each([
  ['plain CSS', 'layered', 'classes', 'theirs'],
  ['plain CSS', 'unlayered', 'classes-unlayered', 'theirs'],
  ['Tailwind 4', 'layered', 'tailwind-4', utilities],
  ['Tailwind 3', 'unlayered', 'tailwind-3', utilities],
  ['modern-normalize', 'unlayered', 'modern-normalize', 'theirs'],
  ['a reset', 'unlayered', 'reset', 'theirs'],
])('gives way to a class on any part: %s (%s)', async (_host, _sheet, file, theirs) => {
  const page = await openHost(
    await compileHost(file),
    classEveryPart((part) => `${theirs} their-${part}`),
  )
  await takePicture(page, `${file}-classes`)
  for (const part of partsWithClass) expect(await notTheirs(page, `.their-${part}`)).toEqual([])
})

it('loses to element rules, in every state (layered)', async () => {
  const page = await openHost(await compileHost('elements'))
  await takePicture(page, 'elements')
  // A browser sets a file input's text alignment itself, with `!important`.
  expect(await notTheirs(page, "[data-rrl-part]:not([type='file'])")).toEqual([])
  for (const part of ['submit', 'save-action', 'support', 'checkbox-row', 'input', 'reveal']) {
    const element = page.locator(`[data-rrl-part='${part}']`).first()
    await element.hover()
    if (part !== 'checkbox-row') await element.focus()
    expect(await notTheirs(page, `[data-rrl-part='${part}']`)).toEqual([])
  }
})

/** The elements that don't follow the host's rule. */
function notTheirs(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate(
    ([selector, wanted]) => {
      const elements = [...document.querySelectorAll(selector)]
      if (elements.length === 0) return [`There is no ${selector}.`]
      return elements.flatMap((element) =>
        Object.entries(wanted).flatMap(([property, value]) => {
          const painted = getComputedStyle(element).getPropertyValue(property)
          const part = element.getAttribute('data-rrl-part')
          return painted === value ? [] : `${part} has ${property}: ${painted}`
        }),
      )
    },
    [selector, computed] as const,
  )
}
