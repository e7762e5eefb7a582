import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { controls, parts, texts } from './contrast-table.ts'
import { paintedContrast } from './painted-contrast.ts'
import { newPage } from './support/browser.ts'

/** WCAG 2.2: 1.4.3, 1.4.11, and 1.4.6 for the high-contrast theme. */
const TEXT = 4.5
const CONTROL = 3
const HIGH_CONTRAST_TEXT = 7

/** The colours of shadcn/ui's neutral theme that our theme reads. */
const shadcn = `
  :root { --primary: oklch(0.205 0 0); --card: oklch(1 0 0); --card-foreground: oklch(0.145 0 0);
    --destructive: oklch(0.577 0.245 27.325); --radius: 0.625rem }
  .dark { --primary: oklch(0.922 0 0); --card: oklch(0.205 0 0); --card-foreground: oklch(0.985 0 0);
    --destructive: oklch(0.704 0.191 22.216) }`

const source = new URL('../packages/react-recovery-login/src/', import.meta.url)
const styles = readFileSync(new URL('styles.css', source), 'utf8')
const themes = readdirSync(new URL('themes/', source))
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(new URL(`themes/${name}`, source), 'utf8')] as const)

async function show(scheme: string, ...sheets: readonly string[]): Promise<Page> {
  const page = await newPage()
  const style = sheets.map((sheet) => `<style>${sheet}</style>`).join('')
  await page.setContent(
    `<!doctype html><html class="${scheme}">${style}<body>${parts}</body></html>`,
  )
  return page
}

/** The pairs with too little contrast, and their ratio. */
async function tooWeak(page: Page, text: number): Promise<readonly string[]> {
  const rows = [
    ...texts.map((pair) => ({ pair, least: text })),
    ...controls.map((pair) => ({ pair, least: CONTROL })),
  ]
  const reached = await page.evaluate(
    paintedContrast,
    rows.map(({ pair }) => pair),
  )
  return rows.flatMap(({ pair: [front, back], least }, row) =>
    (reached[row] ?? 0) >= least
      ? []
      : `${front.join(' ')} on ${back.join(' ')}: ${reached[row]?.toFixed(2)}, needs ${least}`,
  )
}

describe.each(['light', 'dark'])('in the %s scheme', (scheme) => {
  it('reads without a theme', async () => {
    const page = await show(scheme, styles)
    expect(await tooWeak(page, TEXT)).toEqual([])
  })

  it.each(themes)('reads with themes/%s', async (name, theme) => {
    const page = await show(scheme, styles, shadcn, theme)
    expect(await tooWeak(page, name === 'high-contrast.css' ? HIGH_CONTRAST_TEXT : TEXT)).toEqual(
      [],
    )
  })

  it('reads with any accent', async () => {
    const page = await show(scheme, styles)
    const steps = ['00', '33', '66', '99', 'cc', 'ff']
    const accents = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)))
    for (const accent of accents) {
      await page.evaluate((value) => document.body.style.setProperty('--rrl-accent', value), accent)
      expect(await tooWeak(page, TEXT), accent).toEqual([])
    }
  })
})
