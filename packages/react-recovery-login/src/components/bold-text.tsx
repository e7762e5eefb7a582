import type { ReactElement } from 'react'

/**
 * A label's text with its `[…]` run in bold. Each run is an element of its own: page translators rewrite bare text
 * nodes, and React then fails on them and takes the page, and the code, with it.
 */
export function BoldText({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(/(\[[^\]]*\])/).map((run, at) =>
        run.startsWith('[') ? (
          <strong key={at} data-rrl-part="strong">
            {run.slice(1, -1)}
          </strong>
        ) : (
          run !== '' && <span key={at}>{run}</span>
        ),
      )}
    </>
  )
}
