import type { Page } from 'playwright'

/**
 * Compares the kit's elements with the same markup under only the packed stylesheet, to catch a bundler that drops,
 * reorders or rewrites a rule.
 *
 * @throws Error with the first lines that differ.
 */
export async function assertLook(page: Page, styles: string): Promise<void> {
  const plain = await page.context().newPage()
  try {
    await plain.setContent(await page.content().then(withoutFiles))
    await plain.addStyleTag({ content: styles })
    const [found, wanted] = [await page.evaluate(paintOf), await plain.evaluate(paintOf)]
    if (wanted.length === 0) throw new Error('The page has no element of the kit.')
    const other = found.filter((line, at) => line !== wanted[at])
    if (other.length === 0) return
    const first = other.slice(0, 8).join('\n')
    throw new Error(`${other.length} of ${found.length} differ from styles.css:\n${first}`)
  } finally {
    await plain.close()
  }
}

function withoutFiles(html: string): string {
  return html.replaceAll(/<script\b.*?<\/script>|<style\b.*?<\/style>|<link\b[^>]*>/gs, '')
}

/** Runs in the page. */
function paintOf(): string[] {
  const properties = [
    ...['color', 'background-color', 'border-top', 'border-top-left-radius', 'box-shadow'],
    ...['font-size', 'font-weight', 'padding', 'display', 'gap', 'max-width'],
  ]
  // Focus has its own look, and only one of the two pages has focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return [...document.querySelectorAll('[data-rrl-part]')].flatMap((element) => {
    const style = getComputedStyle(element)
    const name = element.getAttribute('data-rrl-part')
    return properties.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`)
  })
}
