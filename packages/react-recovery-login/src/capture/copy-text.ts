import type { ActionResult } from './capture-platform.ts'

/** A clipboard that does not answer is one that failed: a permission prompt nobody sees can hang for ever. */
const HANGS = 5000

/**
 * Copies, and says `done` only after the platform said so. The Clipboard API is asked in the click's own tick, because
 * Safari refuses it after an await; where it is absent, refused or hangs, the older command is tried.
 */
export function copyText(text: string): Promise<ActionResult> {
  return new Promise((resolve) => {
    const otherwise = () => resolve(copyByCommand(text))
    const timer = setTimeout(otherwise, HANGS)
    writeToClipboard(text)
      .then(() => resolve('done'), otherwise)
      .finally(() => clearTimeout(timer))
  })
}

/** Rejects where there is no Clipboard API: on a page without a secure context. */
async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
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
