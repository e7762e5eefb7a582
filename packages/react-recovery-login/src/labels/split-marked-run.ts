/** A label's text in the order in which it is shown; each part may be empty. */
export interface MarkedText {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/**
 * Takes a label apart at its `[…]`, which is drawn as an element of its own. From the first `[` to the last `]`: a name
 * that was filled in may hold brackets itself. A text without a run is all `before`.
 */
export function splitMarkedRun(text = ''): MarkedText {
  const start = text.indexOf('[')
  const end = text.lastIndexOf(']')
  if (start === -1 || end < start) return { before: text, marked: '', after: '' }
  return {
    before: text.slice(0, start),
    marked: text.slice(start + 1, end),
    after: text.slice(end + 1),
  }
}
