import { createRequire } from 'node:module'
import type { Page } from 'playwright'

// The same axe as the stories.
const addon = createRequire(
  createRequire(import.meta.url).resolve('@storybook/addon-a11y/package.json'),
)
const axe = addon.resolve('axe-core/axe.min.js')

/** Injects axe into the page. */
export async function addAxe(page: Page): Promise<void> {
  await page.addScriptTag({ path: axe })
}

/** axe's violations in the page's `main`. */
export function axeFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(`axe.run('main').then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`)
}
