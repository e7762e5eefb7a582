import { copyText } from './copy-text.ts'

/** A way to keep the new recovery code. */
export type CaptureAction = 'copy' | 'download' | 'print' | 'share'

/** `asked`: the platform took it and cannot tell the end (a file, a printer), so the person is asked whether it is there. */
export type ActionResult = 'done' | 'asked' | 'failed'

export interface CaptureFile {
  readonly name: string
  readonly text: string
}

/**
 * What touches the platform. Each member can be replaced for a web view, an iframe or a test; each is called in the
 * click's own tick; what it throws, or answers in other words, counts as `failed`, and no answer for ten seconds as
 * `asked`.
 */
export interface CapturePlatform {
  copy(text: string): Promise<ActionResult>
  download(file: CaptureFile): Promise<ActionResult>
  /** The code is in sight when it is called, even if it was hidden before. */
  print(): Promise<ActionResult>
  share(text: string): Promise<ActionResult>
  /** What is not there is not offered. */
  offers(action: CaptureAction): boolean
}

/** iOS reads the file after the click: revoking at once breaks the download (WebKit bug 211234). */
const KEEP_FILE = 40_000

/** The browser itself. */
export const browserPlatform: CapturePlatform = {
  copy: copyText,
  async download({ name, text }) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), KEEP_FILE)
    return 'asked'
  },
  async print() {
    window.print()
    return 'asked'
  },
  async share(text) {
    await navigator.share({ text })
    return 'done'
  },
  offers(action) {
    switch (action) {
      case 'copy':
        return true
      case 'download':
        return 'download' in HTMLAnchorElement.prototype
      case 'print':
        return typeof window.print === 'function'
      case 'share':
        // In a frame it may be there and be refused; older browsers have no `canShare`.
        return (
          typeof navigator.share === 'function' && navigator.canShare?.({ text: '.' }) !== false
        )
    }
  },
}
