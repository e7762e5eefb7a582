/**
 * Calls back once the element is drawn, and at once where the browser cannot tell. A hidden ancestor, a closed `dialog`
 * or `details` and `content-visibility` all leave it undrawn; what is only out of view, transparent or covered is drawn.
 *
 * @returns Stops the wait.
 */
export function whenDrawn(element: Element, then: () => void): () => void {
  const isDrawn = () => element.checkVisibility?.() ?? true
  if (isDrawn() || typeof ResizeObserver === 'undefined') {
    then()
    return () => {}
  }
  const observer = new ResizeObserver(() => {
    if (!isDrawn()) return
    observer.disconnect()
    then()
  })
  // ResizeObserver reports no size for an inline element, so its ancestors are observed too.
  for (let each: Element | null = element; each !== null; each = each.parentElement)
    observer.observe(each)
  return () => observer.disconnect()
}
