/**
 * Calls back once the element is drawn, or at once if the browser can't tell. A hidden ancestor, a closed `dialog` or
 * `details` and `content-visibility` all leave it undrawn; one only out of view, transparent or covered is drawn.
 *
 * @returns Stops waiting.
 */
export function whenDrawn(element: Element, onDrawn: () => void): () => void {
  const isDrawn = () => element.checkVisibility?.() ?? true
  if (isDrawn() || typeof ResizeObserver === 'undefined') {
    onDrawn()
    return () => {}
  }
  const observer = new ResizeObserver(() => {
    if (!isDrawn()) return
    observer.disconnect()
    onDrawn()
  })
  // ResizeObserver reports no size for an inline element, so its ancestors are observed too.
  for (let node: Element | null = element; node !== null; node = node.parentElement)
    observer.observe(node)
  return () => observer.disconnect()
}
