import type { ReactElement } from 'react'
import { splitMarkedRun } from '../labels/split-marked-run.ts'

/**
 * A label's text with its `[…]` run in bold. Each run is an element of its own: page translators rewrite bare text
 * nodes, and React then fails on them and takes the page, and the code, with it.
 */
export function BoldText({ text }: { readonly text: string }): ReactElement {
  const { before, marked, after } = splitMarkedRun(text)
  return (
    <>
      {before !== '' && <span>{before}</span>}
      {marked !== '' && <strong data-rrl-part="strong">{marked}</strong>}
      {after !== '' && <span>{after}</span>}
    </>
  )
}
