/**
 * Pictures of the running stories: `pnpm screenshots [part of a story's id]`. Those that the README and the docs show
 * go into docs/pictures, all others into screenshots/, which is not kept, for a person to look at.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { chromiumArgs, findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const site = join(root, 'storybook-static')
const [wanted = ''] = process.argv.slice(2)

/** The three screens, as the README shows them. */
const shown = new Map([
  ['components-recoverycodeform--empty', 'prompt'],
  ['screens-save-the-new-code--new-code', 'new-code'],
  ['screens-save-the-new-code--confirmed', 'confirmed'],
])

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

const schemes = ['light', 'dark'] as const
const widths = [1280, 320] as const

const build = spawnSync(process.execPath, [bin('storybook'), 'build', '--quiet'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (build.status !== 0) process.exit(1)

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = join(site, pathname)
  if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  return createReadStream(file).pipe(response)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumArgs] })

const stories = readStories()
const failed = (await Promise.all(schemes.map((scheme) => takeAll(browser, scheme)))).flat()
await browser.close()
server.close()
for (const story of failed) console.error(`${story} did not play to its end.`)
console.log(`${stories.length} stories.`)
process.exitCode = failed.length === 0 ? 0 : 1

async function takeAll(browser: Browser, scheme: (typeof schemes)[number]): Promise<string[]> {
  // Fixed, because a story formats a time of day.
  const settings = { timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' } as const
  const page = await browser.newPage(settings)
  const fine = await browser.newPage({ ...settings, deviceScaleFactor: 1.5 })
  const failed: string[] = []
  for (const story of stories) {
    if (!(await openStory(page, story, scheme, { width: 1280, height: 720 })))
      failed.push(`${story}, ${scheme}`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 720 })
      await take(page, join(root, 'screenshots', `${story}.${width}.${scheme}.png`))
    }
    const name = shown.get(story)
    if (name === undefined) continue
    await openStory(fine, story, scheme, { width: 520, height: 400 })
    // The ring says where the play function was, and nothing about the screen.
    await fine.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await take(fine, join(root, 'docs/pictures', `${name}.${scheme}.png`))
  }
  return failed
}

/** Gives whether its play function came to its end. */
async function openStory(
  page: Page,
  story: string,
  scheme: string,
  size: { readonly width: number; readonly height: number },
): Promise<boolean> {
  await page.setViewportSize(size)
  await page.goto(`http://127.0.0.1:${port}/iframe.html?id=${story}&globals=scheme:${scheme}`)
  const phase = await page
    .waitForFunction(() => {
      const preview = Reflect.get(globalThis, '__STORYBOOK_PREVIEW__')
      const phase: unknown = preview?.currentRender?.phase
      return phase === 'finished' || phase === 'errored' ? phase : undefined
    })
    .then((handle) => handle.jsonValue())
  await page.addStyleTag({ content: fonts() })
  await page.evaluate(() => document.fonts.load('1em "Picture Code"'))
  await page.evaluate(() => document.fonts.ready)
  return phase === 'finished'
}

async function take(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

function readStories(): string[] {
  const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8')) as {
    readonly entries: Readonly<Record<string, { readonly id: string; readonly type: string }>>
  }
  return Object.values(index.entries)
    .filter(({ id, type }) => type === 'story' && id.includes(wanted))
    .map(({ id }) => id)
}

/** The kit takes the system's fonts, which differ from machine to machine. */
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
