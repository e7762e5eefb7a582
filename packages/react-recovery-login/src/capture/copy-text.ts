import type { ActionResult } from './capture-platform.ts'

/** A clipboard that does not answer is one that failed: a permission prompt nobody sees can hang for ever. */
const HANGS = 5000

/**
 * Copies, and says `done` only after the platform said so. The Clipboard API is asked in the click's own tick, because
 * Safari refuses it after an await; where it is absent, refused or hangs, the older command is tried.
 */
export async function copyText(text: string): Promise<ActionResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, HANGS)
  })
  try {
    // Not there without a secure context; that throws, and so goes on below.
    await Promise.race([navigator.clipboard.writeText(text), silence])
    return 'done'
  } catch {
    return copyByCommand(text)
  } finally {
    clearTimeout(timer)
  }
}

/** Puts the text into the copy event itself: no hidden element, and what is selected stays selected. */
function copyByCommand(text: string): ActionResult {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', put, { capture: true })
  try {
    return document.execCommand('copy') ? 'done' : 'failed'
  } catch {
    return 'failed'
  } finally {
    document.removeEventListener('copy', put, { capture: true })
  }
}
