import type { ActionResult } from './capture-platform.ts'

/** Milliseconds until a silent clipboard has failed: an unseen permission prompt can hang forever. */
const TIMEOUT = 5000

/**
 * Copies, and returns `done` only once the platform confirmed it. Calls the Clipboard API synchronously in the click,
 * because Safari refuses it after an await; if it is absent, refuses or hangs, tries `execCommand`.
 */
export async function copyText(text: string): Promise<ActionResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, TIMEOUT)
  })
  try {
    // Undefined without a secure context; the throw leads to the catch.
    await Promise.race([navigator.clipboard.writeText(text), timeout])
    return 'done'
  } catch {
    return copyByCommand(text)
  } finally {
    clearTimeout(timer)
  }
}

/** Sets the text on the copy event itself: no hidden element, and the selection stays. */
function copyByCommand(text: string): ActionResult {
  const setText = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', setText, { capture: true })
  try {
    return document.execCommand('copy') ? 'done' : 'failed'
  } catch {
    return 'failed'
  } finally {
    document.removeEventListener('copy', setText, { capture: true })
  }
}
