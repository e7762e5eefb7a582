import type { ReactElement } from 'react'
import { splitMarkedRun } from '../labels/split-marked-run.ts'

/**
 * A label's text with its `[…]` run in bold. Each run has its own element: page translators replace bare text nodes,
 * and React then crashes the page, and the code with it.
 */
export function BoldText({
  text,
  keys = false,
}: {
  readonly text: string
  /** Whether the run names keys to press. */
  readonly keys?: boolean
}): ReactElement {
  const { before, marked, after } = splitMarkedRun(text)
  return (
    <>
      {before !== '' && <span>{before}</span>}
      {marked !== '' &&
        (keys ? (
          <kbd data-rrl-part="kbd">{marked}</kbd>
        ) : (
          <strong data-rrl-part="strong">{marked}</strong>
        ))}
      {after !== '' && <span>{after}</span>}
    </>
  )
}
