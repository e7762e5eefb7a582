/**
 * Runs in the page (`page.evaluate(lookOf)`).
 *
 * @returns What is visible of each kit element: its place and what paints it, one line each.
 */
export function lookOf(): string[] {
  const box = ['background-color', 'background-image', 'box-shadow', 'opacity', 'cursor']
  const corners = ['top-left', 'bottom-right'].map((corner) => `border-${corner}-radius`)
  const edges = ['top', 'right', 'bottom', 'left'].map((edge) => `border-${edge}`)
  const font = ['font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric']
  const lines = ['line-height', 'letter-spacing', 'text-align', 'text-transform', 'direction']
  const text = [...font, ...lines, 'color', 'text-decoration-line', 'user-select']

  // Focus has moved it.
  scrollTo(0, 0)
  return [...document.querySelectorAll('main *:not(svg *)')].flatMap((element) => {
    const style = getComputedStyle(element)
    const name = element.getAttribute('data-rrl-part') ?? element.localName
    const { x, y, width, height } = element.getBoundingClientRect()
    const hasText =
      element.matches('[type=text]') ||
      [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const value = (property: string) => `${name} ${property}: ${style.getPropertyValue(property)}`
    // A zero-width border may have any colour, and an element without text any font.
    const edge = (border: string) =>
      style.getPropertyValue(`${border}-width`) === '0px'
        ? `${name} ${border}: none`
        : value(border)
    return [
      `${name}: ${width} × ${height} at ${x}, ${y}`,
      ...[...box, ...corners].map(value),
      ...edges.map(edge),
      ...(hasText ? text.map(value) : []),
      ...(element.localName === 'li' ? [value('display'), value('list-style-type')] : []),
    ]
  })
}
