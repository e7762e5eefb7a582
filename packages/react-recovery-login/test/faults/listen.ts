/** One message as a screen reader gets it: `status` waits for a pause in speech, `alert` does not. */
export interface Heard {
  readonly role: string
  readonly text: string
}

/**
 * Records what the page's live regions announce, each time the text of one appears, reappears or changes. Removed text
 * is not announced, nor a `status` inserted with its text: not every screen reader reads that. A region with
 * `aria-atomic="false"` announces only its changes.
 */
export function listen(page: Element): { readonly heard: Heard[]; stop(): void } {
  const heard: Heard[] = []
  const note = (records: readonly MutationRecord[]) => {
    const touched = new Set<Node>()
    const filled = new Set<Node | null | undefined>()
    for (const { target, addedNodes } of records) {
      const changed = target.nodeType === Node.TEXT_NODE ? [target] : addedNodes
      const region = regionOf(target)
      const whole = region?.getAttribute('aria-atomic') !== 'false'
      if (region) for (const node of changed) touched.add(whole ? region : node)
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const inner of [node, ...node.querySelectorAll(REGIONS)])
            if (inner.matches(REGIONS))
              (inner.matches('[role="alert"]') ? touched : filled).add(inner)
    }
    for (const node of touched) {
      const region = regionOf(node)
      const text = wordsOf(node)
      if (node.isConnected && text !== '' && !filled.has(region))
        heard.push({ role: region?.getAttribute('role') ?? '', text })
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

/** Its texts joined by spaces, as they are read; without what is hidden from screen readers. */
function wordsOf(said: Node): string {
  const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  for (let node: Node | null = said; node !== null; node = walker.nextNode())
    if (
      node.nodeType === Node.TEXT_NODE &&
      !node.parentElement?.closest('[aria-hidden="true"], [role="timer"]')
    )
      words.push(node.textContent?.trim() ?? '')
  return words.filter((word) => word !== '').join(' ')
}
