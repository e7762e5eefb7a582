import type { CaptureAction } from './capture-actions.ts'
import type { CapturePlatform } from './capture-platform.ts'
import { copyText } from './copy-text.ts'

/** iOS reads the file after the click: revoking at once breaks the download (WebKit bug 211234). */
const REVOKE_AFTER = 40_000

/** The browser itself. */
export const browserPlatform: CapturePlatform = {
  copy: copyText,
  async download({ name, text }) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER)
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
  offers: (action) => support[action](),
}

const support: Readonly<Record<CaptureAction, () => boolean>> = {
  copy: () => true,
  download: () => 'download' in HTMLAnchorElement.prototype,
  print: () => typeof window.print === 'function',
  // In an iframe it may exist but be refused; older browsers have no `canShare`.
  share: () =>
    typeof navigator.share === 'function' && navigator.canShare?.({ text: '.' }) !== false,
}
