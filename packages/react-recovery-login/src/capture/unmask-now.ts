import { flushSync } from 'react-dom'
import type { CaptureStore } from './create-capture.ts'

/** Printing takes the page as it is drawn in this very tick, and dots on paper save nothing. */
export function unmaskNow(capture: CaptureStore): void {
  flushSync(() => capture.mask(false))
}
