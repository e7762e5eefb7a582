import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { everyScreen } from './every-screen.tsx'
import { openScreens } from './open-screen.ts'

const names = Object.keys(everyScreen)

/** Runs in the page: what is cut off, clipped by its box, or past the page's edge. */
function notInSight(): string[] {
  const page = document.documentElement
  const faults: string[] = []
  if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls to ${page.scrollWidth}`)
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const part = element.dataset['rrlPart'] ?? element.localName
    // Announced, not visible; and the file picker, which is invisible on top of its label.
    if (element.closest('[data-rrl-part="announcer"], svg, [type="file"]')) continue
    const box = element.getBoundingClientRect()
    if (box.width > 0 && (box.left < -0.5 || box.right > page.clientWidth + 0.5))
      faults.push(`${part} ends at ${box.right}`)
    // Unclipped content may overflow its box, as the ways out do.
    const cuts = getComputedStyle(element).overflowX !== 'visible' && !element.matches('input')
    if (cuts && element.scrollWidth > element.clientWidth)
      faults.push(`${part} cuts ${element.scrollWidth} to ${element.clientWidth}`)
    const around = element.parentElement?.getBoundingClientRect()
    if (
      part === 'button-label' &&
      around &&
      (box.height > around.height || box.width > around.width)
    )
      faults.push(`the label of ${element.textContent} is larger than its button`)
    if (part === 'code-group' && element.getClientRects().length !== 1)
      faults.push(`the group ${element.textContent} is broken`)
  }
  return faults
}

/** What readers may set (WCAG 2.2, 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`

describe.each<[string, { width: number; height: number; spaced?: boolean; dir?: string }]>([
  ['at 320 px', { width: 320, height: 800 }],
  ['at 320 px, from right to left', { width: 320, height: 800, dir: 'rtl' }],
  ['at 1280 × 1024 and 400 % zoom', { width: 320, height: 256 }],
  ['with WCAG’s text spacing', { width: 1280, height: 1024, spaced: true }],
  ['with WCAG’s text spacing at 320 px', { width: 320, height: 800, spaced: true }],
])('%s', (how, { width, height, spaced, dir = 'ltr' }) => {
  it('I6 every screen is whole, without scrolling sideways', async (test) => {
    const { page, show } = await openScreens()
    await page.setViewportSize({ width, height })
    await page.evaluate((direction) => (document.documentElement.dir = direction), dir)
    if (spaced) await page.addStyleTag({ content: spacing })
    for (const name of names) {
      await show(name)
      expect(await page.evaluate(notInSight), name).toEqual([])
    }
    proves(test, 'N10', `${names.length} screens ${how}: 0 cut`)
  })
})

it('I6 a whole code is visible in the field at 320 px', async (test) => {
  const { page, show } = await openScreens()
  await page.setViewportSize({ width: 320, height: 800 })
  const main = await show('prompt')
  const field = main.getByRole('textbox')
  await field.fill('W9QJ3NBX7VGT5KZR2MCH8DPF')
  const cut = await field.evaluate((input) => input.scrollWidth - input.clientWidth)
  expect(cut).toBeLessThanOrEqual(0)
  proves(test, 'N10', '24 characters in sight at 320 px')
})

const controls = 'main :is(button, input, a, select, summary, [tabindex="0"])'

it('I8 every target is 24 px or more, each way', async (test) => {
  const { page, show } = await openScreens()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const name of names) {
      await show(name)
      const small = await page.locator(controls).evaluateAll((all) =>
        all.flatMap((control) => {
          const { width, height } = control.getBoundingClientRect()
          return width >= 24 && height >= 24
            ? []
            : [`${control.outerHTML.slice(0, 80)}: ${width} × ${height}`]
        }),
      )
      expect(small, `${name} at ${width} px`).toEqual([])
    }
  }
  proves(test, 'N10', `${names.length} screens, 0 small targets`)
})

it('nothing comes up where the pointer is or the focus goes', async (test) => {
  const { page, show } = await openScreens()
  for (const name of names) {
    const main = await show(name)
    const text = await main.innerText()
    const all = page.locator(controls)
    const places = await all.evaluateAll((them) =>
      them.map((control) => {
        const { x, y, width, height } = control.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      }),
    )
    for (const [at, { x, y }] of places.entries()) {
      await page.mouse.move(x, y)
      await all.nth(at).focus()
      expect(await main.innerText(), `${name}: control ${at}`).toBe(text)
    }
    expect(await main.locator('[title]').count(), `${name}: a browser’s own`).toBe(0)
  }
  proves(test, 'N10', `${names.length} screens, 0 things on hover or focus`)
})

interface Stop {
  readonly name: string
  readonly ring: string
  /** Nothing covers it. */
  readonly inSight: boolean
}

/** Tabs through a screen and returns how each stop shows focus. */
async function stops(page: Page): Promise<Stop[]> {
  const all: Stop[] = []
  await page.locator('#start').focus()
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement.matches('#end')) return undefined
      // The file picker shows it on its label.
      const drawn = activeElement.closest('[data-rrl-part="retype-file"]') ?? activeElement
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn)
      const { x, y, width, height } = drawn.getBoundingClientRect()
      const top = document.elementFromPoint(x + width / 2, y + height / 2)
      return {
        name: drawn.textContent || drawn.localName,
        ring: `${outlineWidth} ${outlineStyle} ${outlineColor}`,
        inSight: top !== null && drawn.contains(top),
      }
    })
    if (stop === undefined) return all
    all.push(stop)
    if (all.length > 30) throw new Error('The focus goes round.')
  }
}

it.for(['none', 'active'] as const)(
  'I7 every stop of the keyboard has a ring, with forced colours %s',
  async (forcedColors, test) => {
    const { page, show } = await openScreens()
    await page.emulateMedia({ forcedColors })
    for (const name of names) {
      const main = await show(name)
      const there = await stops(page)
      expect(there.length, name).toBe(await main.locator('button, input').count())
      for (const { name: stop, ring, inSight } of there) {
        expect(ring, `${name}: ${stop}`).toMatch(/^3px solid (?!rgba\(0, 0, 0, 0\))/)
        expect(inSight, `${name}: ${stop}`).toBe(true)
      }
    }
    proves(
      test,
      'N10',
      `${names.length} screens, a ring at each stop (forced colours ${forcedColors})`,
    )
  },
)

it('I7 in forced colours every control has an edge or a fill, and text and icons the system’s colours', async (test) => {
  const { page, show } = await openScreens()
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  for (const name of names) {
    await show(name)
    const faults = await page.locator('main *').evaluateAll((all) => {
      const faults: string[] = []
      const canvas = getComputedStyle(document.body).backgroundColor
      for (const element of all) {
        const {
          borderTopWidth,
          borderTopStyle,
          borderTopColor,
          backgroundColor,
          color,
          appearance,
        } = getComputedStyle(element)
        const what = `${element.getAttribute('data-rrl-part') ?? element.localName} "${element.textContent}"`
        const fill = backgroundColor === 'rgba(0, 0, 0, 0)' ? canvas : backgroundColor
        if (element.matches('button, input:not([type="file"])')) {
          const edge =
            borderTopStyle === 'solid' &&
            Number.parseFloat(borderTopWidth) >= 1 &&
            borderTopColor !== canvas
          if (!edge && fill === canvas && appearance !== 'auto') faults.push(`${what} has no edge`)
        }
        if (
          element.closest('[data-rrl-part="announcer"]') === null &&
          color === fill &&
          element.children.length === 0 &&
          element.textContent
        )
          faults.push(`${what} cannot be read`)
      }
      return faults
    })
    expect(faults, name).toEqual([])
  }
  proves(test, 'N10', `${names.length} screens in forced colours`)
})

it('I9 nothing moves where motion is not wanted, and it does where it is', async (test) => {
  const { page, show } = await openScreens()
  const moving = () =>
    page.locator('main *').evaluateAll(
      (all) =>
        all.filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element)
          return animationName !== 'none' || transitionDuration !== '0s'
        }).length,
    )
  for (const name of names) {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await show(name)
    expect(await moving(), name).toBe(0)
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await show('verifying')
  expect(await moving()).toBeGreaterThan(0)
  proves(test, 'N10', `${names.length} screens, 0 movements`)
})
