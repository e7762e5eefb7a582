import type { Page } from 'playwright'

const box = ['background-color', 'border-top', 'border-top-left-radius', 'padding-left', 'height']
const text = ['color', 'font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing']

/** What a reset would take away, by part. */
const look: Readonly<Record<string, readonly string[]>> = {
  panel: [...box, 'box-shadow'],
  badge: [...box, 'color'],
  heading: [...text, 'margin-top'],
  lead: [...text, 'margin-top'],
  strong: text,
  icon: ['width', 'height', 'display'],
  input: [...box, ...text, 'text-transform'],
  reveal: [...box, 'width'],
  hint: text,
  alert: [...box, ...text],
  'countdown-time': text,
  kbd: [...box, ...text],
  submit: [...box, ...text],
  support: [...box, ...text],
  'code-card': box,
  code: [...text, 'text-align', 'direction'],
  'code-group': ['margin-left', 'white-space'],
  'save-action': [...box, ...text],
  checkbox: [...box, 'width', 'appearance'],
  file: ['position', 'opacity', 'width'],
  steps: ['list-style-type', 'padding-left', 'margin-top'],
  step: ['display', ...text],
}

/** What the kit's parts compute to on a page. */
export function lookOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate((wanted) => {
    const entries = Object.entries(wanted).flatMap(([part, properties]) => {
      const element = document.querySelector(`[data-rrl-part='${part}']`)
      if (element === null) throw new Error(`There is no ${part}.`)
      const style = getComputedStyle(element)
      return properties.map((name) => [`${part} ${name}`, style.getPropertyValue(name)])
    })
    return Object.fromEntries(entries)
  }, look)
}
