/**
 * What is announced, reachable and kept private on a screen: each element that is more than a box, with its attributes,
 * and each text. Ids are replaced by the text they refer to. Runs in the page.
 */
export function outlineOf(main: Element): string[] {
  const boxes = ['DIV', 'SPAN', 'P', 'MAIN']
  const ownLook = /^(?:class|style|id|data-rrl-.*|data-recovery-code-card|suppress.*)$/
  const lines: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      const text = node.data.trim()
      if (text !== '') lines.push(text)
      return
    }
    if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return
    const said = Array.from(node.attributes)
      .filter(({ name }) => !ownLook.test(name))
      .map(({ name, value }) => `${name}=${wordsOf(name, value)}`)
    // Tells session recorders what to skip.
    const recorders = Array.from(node.classList).filter((name) =>
      /^(?:notranslate$|(?:sentry|ph|rr|amp|fs)-)/.test(name),
    )
    const focus = node === document.activeElement ? ['has the focus'] : []
    const all = [...said.toSorted(), ...recorders.toSorted(), ...focus]
    if (all.length > 0 || !boxes.includes(node.tagName))
      lines.push([node.tagName.toLowerCase(), ...all].join(' '))
    for (const child of node.childNodes) walk(child)
  }
  const wordsOf = (name: string, value: string): string =>
    name === 'for' || name.endsWith('by')
      ? String(main.querySelector(`[id="${value}"]`)?.textContent ?? 'nothing')
      : value
  walk(main)
  return lines
}
