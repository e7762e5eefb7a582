import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks'
import { Children, type ReactElement, type ReactNode } from 'react'

/** Documents that are also pages here. */
const pages: Readonly<Record<string, string>> = {
  'accessibility.md': 'accessibility--docs',
  'anatomy.mdx': 'anatomy--docs',
  'behind-a-proxy.md': 'guides-behind-a-proxy--docs',
  'errors.md': 'errors--docs',
  'held-answers.md': 'guides-held-answers--docs',
  'mocking.mdx': 'mocking-with-msw--docs',
  'nextjs.md': 'guides-next-js--docs',
  'styling.md': 'styling--docs',
  'theming.mdx': 'theming--docs',
}

// Passing any replaces the block's own.
const overrides = { code: CodeOrSourceMdx, ...HeadersMdx, a: DocumentLink }

/** Renders a document of docs/ as a page. */
export function Document({ text }: { readonly text: string }): ReactElement {
  return <Markdown options={{ overrides }}>{text}</Markdown>
}

interface DocumentLinkProps {
  readonly href: string
  readonly children: ReactNode
}

function DocumentLink({ href, children }: DocumentLinkProps): ReactElement {
  const page = pages[href]
  if (page === undefined && !/^(#|https:)/.test(href))
    return <NamedFile path={href.replace('../', '')}>{children}</NamedFile>
  return (
    <AnchorMdx href={page === undefined ? href : `?path=/docs/${page}`} target="_self">
      {children}
    </AnchorMdx>
  )
}

interface NamedFileProps {
  readonly path: string
  readonly children: ReactNode
}

/** A static Storybook doesn't contain the repository's files, so no link can point to one. */
function NamedFile({ path, children }: NamedFileProps): ReactElement {
  const named = <code>{path}</code>
  if (Children.toArray(children).join('') === path) return named
  return (
    <>
      {children} ({named})
    </>
  )
}
