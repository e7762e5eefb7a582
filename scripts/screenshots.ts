/**
 * Screenshots of the running stories: `pnpm screenshots [part of a story's id]`. Those in the README and the docs go
 * into docs/pictures, all others into screenshots/, which isn't committed, for a person to look at. It fails if a story
 * doesn't play to its end, on a console error, and on a page's dead link; all from a sub-path.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { chromiumArgs, findChromium } from './chromium.ts'
import { serveFiles } from './serve-files.ts'

const root = join(import.meta.dirname, '..')
const site = join(root, 'storybook-static')
const [wanted = ''] = process.argv.slice(2)

/** The three screens shown in the README. */
const shown = new Map([
  ['components-recoverycodeform--empty', 'prompt'],
  ['screens-save-the-new-code--new-code', 'new-code'],
  ['screens-save-the-new-code--confirmed', 'confirmed'],
])

const schemes = ['light', 'dark'] as const
const widths = [1280, 320] as const

const build = spawnSync(process.execPath, [bin('storybook'), 'build', '--quiet'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (build.status !== 0) process.exit(1)

const server = await serveFiles(site, '/kit/')
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })

const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8')) as {
  readonly entries: Readonly<Record<string, { readonly id: string; readonly type: string }>>
}
const entries = Object.values(index.entries)
const everyId = new Set(Object.keys(index.entries))
const stories = readIds('story')
const pages = readIds('docs')
const wrong: string[] = []
await Promise.all(schemes.map((scheme) => takeAll(browser, scheme)))
await openPages(browser)
await browser.close()
server.close()
for (const what of wrong) console.error(what)
console.log(`${stories.length} stories, ${pages.length} pages, ${wrong.length} wrong.`)
process.exitCode = wrong.length === 0 ? 0 : 1

async function takeAll(browser: Browser, scheme: (typeof schemes)[number]): Promise<void> {
  // Fixed, because a story formats a time of day.
  const settings = { timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' } as const
  const page = listened(await browser.newPage(settings))
  const fine = listened(await browser.newPage({ ...settings, deviceScaleFactor: 1.5 }))
  for (const story of stories) {
    await openStory(page, story, scheme, { width: 1280, height: 720 })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 720 })
      await take(page, join(root, 'screenshots', `${story}.${width}.${scheme}.png`))
    }
    const name = shown.get(story)
    if (name === undefined) continue
    await openStory(fine, story, scheme, { width: 520, height: 400 })
    // The focus ring only shows where the play function was.
    await fine.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await take(fine, join(root, 'docs/pictures', `${name}.${scheme}.png`))
  }
}

/** The frame around the stories, and each page of the docs. */
async function openPages(browser: Browser): Promise<void> {
  const page = listened(await browser.newPage())
  await page.goto(server.address)
  await page
    .frameLocator('#storybook-preview-iframe')
    .locator('#storybook-docs h1')
    .first()
    .waitFor()
  for (const id of pages) {
    await page.goto(`${server.address}iframe.html?viewMode=docs&id=${id}`)
    await page.locator('#storybook-docs h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    const links = await page
      .locator('#storybook-docs a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    for (const link of links) if (!(await leads(page, link))) wrong.push(`${id}: ${link} is dead.`)
  }
}

async function leads(page: Page, link: string): Promise<boolean> {
  if (link.startsWith('#')) return (await page.locator(`[id="${link.slice(1)}"]`).count()) > 0
  if (/^https?:/.test(link)) return true
  const { path, id } = Object.fromEntries(new URL(link, server.address).searchParams)
  return everyId.has(id ?? path?.replace('/docs/', '') ?? '')
}

/** Collects console errors, except for a scenario's responses, such as a 429. */
function listened(page: Page): Page {
  const report = (text: string) =>
    wrong.push(`${new URL(page.url()).searchParams.get('id') ?? 'the frame'}: ${text}`)
  page.on('pageerror', (error) => report(String(error)))
  page.on('console', (message) => {
    const { url } = message.location()
    const ofScenario = url.startsWith('https://tenant.example.com/')
    if (message.type() === 'error' && !ofScenario) report(`${message.text()} ${url}`)
  })
  return page
}

/** Until its play function has ended. A failure is in the console. */
async function openStory(
  page: Page,
  story: string,
  scheme: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(size)
  await page.goto(`${server.address}iframe.html?id=${story}&globals=scheme:${scheme}`)
  await page.waitForFunction(() => {
    const preview = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__')
    const phase: unknown = preview?.currentRender?.phase
    return phase === 'finished' || phase === 'errored'
  })
  await page.addStyleTag({ content: fonts() })
  await page.evaluate(() => document.fonts.load('1em "Picture Code"'))
  await page.evaluate(() => document.fonts.ready)
}

async function take(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

function readIds(type: 'story' | 'docs'): string[] {
  return entries
    .filter((entry) => entry.type === type && entry.id.includes(wanted))
    .map(({ id }) => id)
}

/** The kit uses system fonts, which differ between machines. */
function fonts(): string {
  const face = (name: string, file: string) =>
    `@font-face { font-family: '${name}'; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(
      fileURLToPath(import.meta.resolve(file)),
      'base64',
    )}) }`
  return `
    ${face('Picture Text', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')}
    ${face('Picture Code', '@fontsource-variable/noto-sans-mono/files/noto-sans-mono-latin-wght-normal.woff2')}
    [data-rrl-theme='default'] { --rrl-font: 'Picture Text'; --rrl-font-code: 'Picture Code' }`
}

function bin(name: string): string {
  const manifest = join(root, 'node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>
  }
  return join(root, 'node_modules', name, typeof bin === 'string' ? bin : (bin[name] ?? ''))
}
