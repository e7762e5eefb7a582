import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import type { Decorator } from '@storybook/react-vite'

/** A page with a browser translator at work. The words stay the same, so a play function finds them. */
export const translated: Decorator = (Story) => (
  <OtherHands work={translate}>
    <Story />
  </OtherHands>
)

/** A page with an extension, such as a password manager, that injects its own elements. */
export const meddledWith: Decorator = (Story) => (
  <OtherHands work={meddle}>
    <Story />
  </OtherHands>
)

interface OtherHandsProps {
  /** What they do to the page, at once and after each change. They skip what they have already done. */
  readonly work: (page: HTMLElement) => void
  readonly children: ReactNode
}

function OtherHands({ work, children }: OtherHandsProps): ReactElement {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = page
    if (current === null) return undefined
    work(current)
    const hands = new MutationObserver(() => work(current))
    hands.observe(current, { subtree: true, childList: true, characterData: true })
    return () => hands.disconnect()
  }, [work])
  return <div ref={page}>{children}</div>
}

/** Like Google Translate: wraps each text in its own elements, unless it is marked as not translatable. */
function translate(page: HTMLElement): void {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const texts: Node[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode
    const left = text.parentElement?.closest('font, [translate="no"], .notranslate, style')
    if (!left && text.textContent?.trim()) texts.push(text)
  }
  for (const text of texts) {
    const font = document.createElement('font')
    font.style.verticalAlign = 'inherit'
    text.parentNode?.replaceChild(font, text)
    font.append(Object.assign(document.createElement('font'), { textContent: text.textContent }))
  }
}

/** An icon next to each field, attributes on it, and a stylesheet at the top of each form. */
function meddle(page: HTMLElement): void {
  for (const field of page.querySelectorAll('input:not([data-extension])')) {
    field.setAttribute('data-extension', 'seen')
    field.before(document.createElement('x-extension'))
    field.after(document.createElement('x-extension'))
  }
  for (const form of page.querySelectorAll('form:not([data-extension])')) {
    form.setAttribute('data-extension', 'seen')
    form.prepend(document.createElement('x-extension'))
  }
}
