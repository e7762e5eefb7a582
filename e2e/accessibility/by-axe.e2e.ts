import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { addAxe, axeFaults } from '../support/axe.ts'
import { everyScreen } from './every-screen.tsx'
import { openScreens } from './open-screen.ts'

const names = Object.keys(everyScreen)
const root = join(import.meta.dirname, '../..')
const themes = globSync('*.css', {
  cwd: join(root, 'packages/react-recovery-login/src/themes'),
}).filter((theme) => theme !== 'default.css')

it.for([
  ['light', 'ltr'],
  ['light', 'rtl'],
  ['dark', 'ltr'],
  ['dark', 'rtl'],
] as const)(
  'I1 axe finds nothing on any screen: %s, %s',
  { timeout: 120_000 },
  async ([scheme, dir], test) => {
    const { page, show } = await openScreens()
    await addAxe(page)
    // The kit follows the page's class.
    await page.evaluate((set) => Object.assign(document.documentElement, set), {
      className: scheme,
      dir,
    })
    const panel = page.locator('[data-rrl-part="panel"]')
    for (const name of names) {
      await show(name)
      expect(await panel.evaluate((drawn) => getComputedStyle(drawn).colorScheme)).toBe(scheme)
      expect(await axeFaults(page), name).toEqual([])
    }
    await page.addStyleTag({ content: 'main p { opacity: 0.2 }' })
    expect(await axeFaults(page), 'where there is something').not.toEqual([])
    proves(test, 'N10', `${names.length} screens, ${scheme} and ${dir}: 0 violations`)
  },
)

it.for(themes.flatMap((theme) => [[theme, 'light'] as const, [theme, 'dark'] as const]))(
  'I1 axe finds nothing on any screen: %s, %s',
  { timeout: 120_000 },
  async ([theme, scheme], test) => {
    const { page, show } = await openScreens()
    await addAxe(page)
    // Read only by the shadcn/ui theme.
    await page.addStyleTag({ path: join(root, '.storybook/shadcn-variables.css') })
    const accent = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('button')!).backgroundColor)
    await page.evaluate((set) => (document.body.className = set), scheme)
    await show(names[0]!)
    const before = await accent()
    const file = `packages/react-recovery-login/src/themes/${theme}`
    await page.addStyleTag({ path: join(root, file) })
    await page.evaluate(
      (set) => {
        document.documentElement.dataset['rrlTheme'] = set
      },
      basename(theme, '.css'),
    )
    expect(await accent(), 'the theme is on').not.toBe(before)
    for (const name of names) {
      await show(name)
      expect(await axeFaults(page), name).toEqual([])
    }
    proves(test, 'N10', `${names.length} screens, ${theme} in ${scheme}: 0 violations`)
  },
)
