/** One message as a screen reader gets it: `status` waits for a pause in what is being read, `alert` does not. */
export interface Heard {
  readonly role: string
  readonly text: string
}

/**
 * Writes down what the live regions of a page say: each time the text of one comes, comes again or changes. Text that is
 * taken away is not said.
 */
export function listen(page: Element): { readonly heard: Heard[]; stop(): void } {
  const heard: Heard[] = []
  const note = (records: readonly MutationRecord[]) => {
    const touched = new Set<Element>()
    for (const { target, addedNodes } of records) {
      const region = regionOf(target)
      if (region && (addedNodes.length > 0 || target.nodeType === Node.TEXT_NODE))
        touched.add(region)
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const inner of [node, ...node.querySelectorAll(REGIONS)])
            if (inner.matches(REGIONS)) touched.add(inner)
    }
    for (const region of touched) {
      const text = wordsOf(region)
      if (region.isConnected && text !== '')
        heard.push({ role: region.getAttribute('role') ?? '', text })
    }
  }
  const observer = new MutationObserver(note)
  observer.observe(page, { subtree: true, childList: true, characterData: true })
  return {
    heard,
    stop() {
      note(observer.takeRecords())
      observer.disconnect()
    },
  }
}

const REGIONS = '[role="status"], [role="alert"], [aria-live]'

function regionOf(node: Node): Element | null | undefined {
  return (node instanceof Element ? node : node.parentElement)?.closest(REGIONS)
}

/** Its texts with a space between them, as they are read; what is hidden from the reader is not. */
function wordsOf(region: Element): string {
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('[aria-hidden="true"], [role="timer"]'))
      words.push(walker.currentNode.textContent?.trim() ?? '')
  return words.filter((word) => word !== '').join(' ')
}
