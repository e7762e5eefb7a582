import type { Pair, Paint } from './contrast-table.ts'

/**
 * Runs in the page (`page.evaluate(paintedContrast, pairs)`), because the colours are mixed in CSS.
 *
 * @returns The contrast of each pair, 1 to 21.
 * @throws Error if nothing is painted there, or it is translucent.
 * @see WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function paintedContrast(pairs: readonly Pair[]): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

  function luminance([selector, property]: Paint): number {
    const element = document.querySelector<HTMLElement>(selector)
    if (element === null || canvas === null) throw new Error(`Nothing at ${selector}`)
    const isToken = property.startsWith('--')
    // A custom property is just text until a real property uses it.
    if (isToken) element.style.color = `var(${property})`
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = getComputedStyle(element).getPropertyValue(isToken ? 'color' : property)
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha] = canvas.getImageData(0, 0, 1, 1).data
    if (alpha !== 255) throw new Error(`${property} of ${selector} is not opaque`)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  function linear(byte: number): number {
    const part = byte / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }

  return pairs.map(([front, back]) => {
    const [low, high] = [luminance(front), luminance(back)].toSorted((a, b) => a - b)
    return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
  })
}
