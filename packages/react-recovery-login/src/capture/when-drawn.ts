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
  // What is inline never has a size to an observer; but what it stands in does.
  for (let at: Element | null = element; at !== null; at = at.parentElement) observer.observe(at)
  return () => observer.disconnect()
}
