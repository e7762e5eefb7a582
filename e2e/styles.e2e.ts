import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { paintedContrast } from './painted-contrast.ts'
import { newPage } from './support/browser.ts'

const source = new URL('../packages/react-recovery-login/src/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, source), 'utf8')
const styles = read('styles.css')

const screen = `
  <div data-rrl-part="root" data-rrl-layout="card"><div data-rrl-part="panel">
    <section data-rrl-part="notice">
      <h2 data-rrl-part="heading">Save your new recovery code</h2>
      <input data-rrl-part="input" value="K6LGLV3RSH3V">
      <div data-rrl-part="code-card">
        <p data-rrl-part="code"><span data-rrl-part="code-group">K6LG</span><span data-rrl-part="code-group">LV3R</span><span data-rrl-part="code-group">SH3V</span></p>
        <p data-rrl-part="code-note">Works once.</p>
        <button data-rrl-variant="secondary">Show the code</button>
      </div>
    </section>
    <button data-rrl-variant="primary" class="theirs">Continue</button>
  </div></div>`

interface Host {
  /** Attributes of `<html>`. */
  readonly html?: string
  readonly around?: (screen: string) => string
  readonly css?: string
}

/** A page with the stylesheet and the host's markup around the screen. */
async function show(host: Host): Promise<Page> {
  const page = await newPage()
  const { html = '', around = (inner) => inner, css = '' } = host
  await page.setContent(
    `<!doctype html><html ${html}><style>${styles}</style><style>${css}</style><body>${around(screen)}</body></html>`,
  )
  return page
}

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

const panel = "[data-rrl-part='panel']"
const card = "[data-rrl-part='code-card']"
const code = "[data-rrl-part='code']"
const white = 'rgb(255, 255, 255)'
const night = 'rgb(23, 25, 31)'

it.each<[string, Host, string]>([
  ['says nothing', {}, white],
  ['follows the system', { css: ':root { color-scheme: light dark }' }, night],
  ['is dark by a class', { html: 'class="dark"' }, night],
  ['is dark by data-theme', { html: 'data-theme="dark"' }, night],
  ['is dark by its own color-scheme', { css: ':root { color-scheme: dark }' }, night],
  ['asks the system of the kit alone', { html: 'data-rrl-scheme="system"' }, night],
  [
    'is dark, and light nearer by',
    { html: 'class="dark"', around: within('class="light"') },
    white,
  ],
  [
    'is light, and dark nearer by',
    { html: 'class="light"', around: within('class="dark"') },
    night,
  ],
  [
    'is dark, and the kit is told to be light',
    { html: 'class="dark"', around: within('class="dark" data-rrl-scheme="light"') },
    white,
  ],
])('has the right scheme on a page that %s', async (_page, host, surface) => {
  const page = await show(host)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await styleOf(page, panel, 'background-color')).toBe(surface)
})

function within(attributes: string) {
  return (inner: string) => `<div ${attributes}>${inner}</div>`
}

it('takes a token from any ancestor, in a layer of the host or in none', async () => {
  const css = '@layer base { :root { --rrl-surface: red } } main { --rrl-text: blue }'
  const page = await show({ css, around: (inner) => `<main>${inner}</main>` })
  expect(await styleOf(page, panel, 'background-color')).toBe('rgb(255, 0, 0)')
  expect(await styleOf(page, "[data-rrl-part='heading']", 'color')).toBe('rgb(0, 0, 255)')
})

it.each<[string, Host, string]>([
  ['one that is imported', {}, '2.99px'],
  ['the one that <html> names', { html: 'data-rrl-theme="round"' }, '18px'],
  [
    'the nearest',
    { html: 'data-rrl-theme="round"', around: within('data-rrl-theme="paper"') },
    '2.99px',
  ],
  ['none where <html> names another', { html: 'data-rrl-theme="default"' }, '10px'],
])('applies a theme: %s', async (_theme, host, radius) => {
  const themes = host.html ? ['round', 'paper'] : ['paper']
  const css = themes.map((name) => read(`themes/${name}.css`)).join('')
  const page = await show({ ...host, css })
  const drawn = await styleOf(page, '.theirs', 'border-top-left-radius')
  expect(Number.parseFloat(drawn)).toBeCloseTo(Number.parseFloat(radius), 1)
})

it('loses to any host rule, and is complete without one', async () => {
  const page = await show({ css: 'button { border-radius: 99px }' })
  expect(await styleOf(page, '.theirs', 'border-top-left-radius')).toBe('99px')
  expect(await styleOf(page, '.theirs', 'background-color')).toBe('rgb(43, 89, 207)')
})

it('keeps its width in a dialog, which shrinks to its content', async () => {
  const page = await show({
    around: (inner) => `<dialog>${inner.replace('"card"', '"dialog"')}</dialog>`,
  })
  await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.showModal())
  for (const [viewport, width] of [
    [1280, 448],
    [320, 280],
  ] as const) {
    await page.setViewportSize({ width: viewport, height: 800 })
    expect((await page.locator(panel).boundingBox())?.width).toBeGreaterThanOrEqual(width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport)
  }
})

it('prints only the code card, black on white, from within anything', async () => {
  const page = await show({
    html: 'class="dark"',
    css: 'body { background: black; color: white } main { transform: scale(2); overflow: hidden; height: 1px }',
    around: (inner) => `<header>Fernhill</header><main>${inner}<p>Terms</p></main>`,
  })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('body').innerText()).toBe('K6LGLV3RSH3V\n\nWorks once.')
  for (const around of ['html', 'body', 'main', panel])
    expect(await styleOf(page, around, 'background-color')).toBe('rgba(0, 0, 0, 0)')
  expect(await styleOf(page, "[data-rrl-part='code-card']", 'background-color')).toBe(white)
  expect(await styleOf(page, "[data-rrl-part='code-group']", 'color')).toBe('rgb(0, 0, 0)')
  expect((await page.locator("[data-rrl-part='code']").boundingBox())?.height).toBeGreaterThan(20)
  expect((await page.locator("[data-rrl-part='code-card']").boundingBox())?.width).toBe(512)
})

/** As hosts have done to others: a dark page whose rules for text and code assume its own background. */
const darkHosts: readonly (readonly [string, Host])[] = [
  ['by a class', { html: 'class="dark"' }],
  ['by the system', { css: ':root { color-scheme: light dark }' }],
  [
    'by rules of its own for the body and for code',
    {
      html: 'data-theme="dark"',
      css: 'body { color: #111; background: #000 } code, pre, p, span { background: #111 }',
    },
  ],
]

it.each(darkHosts)(
  'complaint: the code cannot be seen in the dark (dark %s)',
  async (_by, host) => {
    const page = await show(host)
    await page.emulateMedia({ colorScheme: 'dark' })
    const ground = host.css?.includes('span') ? "[data-rrl-part='code-group']" : card
    const pair = [
      ["[data-rrl-part='code-group']", 'color'],
      [ground, 'background-color'],
    ] as const
    const [contrast = 0] = await page.evaluate(paintedContrast, [pair])
    expect(contrast).toBeGreaterThanOrEqual(7)
  },
)

const whole = 'W9QJ3NBX7VGT5KZR2MCH8DPF'.match(/.{4}/g) ?? []

it.each([320, 375, 768, 1280])(
  'complaint: the code is cut off at the sides (%i px)',
  async (width) => {
    const groups = whole.map((group) => `<span data-rrl-part="code-group">${group}</span>`).join('')
    const page = await show({
      around: (inner) => inner.replace(/(<p data-rrl-part="code">).*(<\/p>)/, `$1${groups}$2`),
    })
    await page.setViewportSize({ width, height: 800 })
    const around = await page.locator(card).boundingBox()
    const boxes = await page
      .locator("[data-rrl-part='code-group']")
      .evaluateAll((all) => all.map((group) => [...group.getClientRects()]))
    expect(boxes).toHaveLength(6)
    for (const [box, ...more] of boxes) {
      expect(more, 'wraps only between groups').toEqual([])
      expect(box?.left).toBeGreaterThanOrEqual(around?.x ?? Infinity)
      expect(box?.right).toBeLessThanOrEqual((around?.x ?? 0) + (around?.width ?? 0))
    }
  },
)

it.each(['screen', 'print'] as const)(
  'complaint: the code is set in a font in which characters look alike (%s)',
  async (media) => {
    const page = await show({
      css: ':root { --rrl-font-code: "Their Mono", monospace } body { font-family: serif }',
    })
    await page.emulateMedia({ media })
    for (const part of media === 'print' ? ['code-group'] : ['code-group', 'input']) {
      const font = await styleOf(page, `[data-rrl-part='${part}']`, 'font-family')
      expect(font, part).toBe('"Their Mono", monospace')
    }
    expect(await styleOf(page, code, 'font-variant-numeric')).toBe('slashed-zero')
    expect(await styleOf(page, code, 'font-variant-ligatures')).toBe('none')
  },
)

it('complaint: the codes have no style of their own', async () => {
  const page = await show({})
  const [size, body] = await Promise.all(
    [code, panel].map(async (part) => Number.parseFloat(await styleOf(page, part, 'font-size'))),
  )
  expect(size).toBeGreaterThan(body ?? Infinity)
  const [first, second] = await page
    .locator("[data-rrl-part='code-group']")
    .evaluateAll((all) => all.map((group) => group.getBoundingClientRect()))
  expect((second?.left ?? 0) - (first?.right ?? 0), 'a gap that is not copied').toBeGreaterThan(8)
  expect(await styleOf(page, card, 'border-top-style')).toBe('solid')
})
