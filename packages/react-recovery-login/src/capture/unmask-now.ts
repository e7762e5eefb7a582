import { flushSync } from 'react-dom'
import type { CaptureStore } from './create-capture.ts'

/** Printing snapshots the page synchronously, and dots on paper save nothing. */
export function unmaskNow(capture: CaptureStore): void {
  flushSync(() => capture.mask(false))
}
