/** A label's text in display order; each part may be empty. */
export interface MarkedText {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/**
 * Splits a label at its `[…]`, which is rendered as its own element. From the first `[` to the last `]`: a filled-in
 * name may contain brackets itself. A text without a run is all `before`.
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
