import { within } from '../host/within.ts'
import type { ActionResult } from './capture-platform.ts'

/** Milliseconds until a silent clipboard has failed: an unseen permission prompt can hang forever. */
const TIMEOUT = 5000

/**
 * Copies, and returns `done` only once the platform confirmed it. Calls the Clipboard API synchronously in the click,
 * because Safari refuses it after an await; if it is absent, refuses or hangs, tries `execCommand`.
 */
export async function copyText(text: string): Promise<ActionResult> {
  try {
    // Undefined without a secure context; the throw leads to the catch.
    const copied = navigator.clipboard.writeText(text).then(() => true)
    if (await within(TIMEOUT, copied, false)) return 'done'
  } catch {
    // It refused.
  }
  return copyByCommand(text)
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
