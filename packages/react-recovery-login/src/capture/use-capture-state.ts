import { useEffect, useInsertionEffect, useSyncExternalStore } from 'react'
import { listen } from '../host/listen.ts'
import { useKeptPage } from '../host/use-kept-page.ts'
import { nothingCaptured, type CaptureState } from './capture-state.ts'
import type { CaptureStore } from './create-capture.ts'
import { createStore } from '../host/create-store.ts'
import { unmaskNow } from './unmask-now.ts'

/** While there is no code. */
const none = createStore(nothingCaptured)

/**
 * A screen's view of a capture. Printing shows the code, the back/forward cache hides it.
 *
 * @param capture Undefined while there is no code: nothing is captured then.
 */
export function useCaptureState(capture: CaptureStore | undefined): CaptureState {
  const { read, subscribe } = capture ?? none
  const state = useSyncExternalStore(subscribe, read, read)
  // Runs before the ref that reports the code as drawn; neither StrictMode nor `<Activity>` undoes it.
  useInsertionEffect(() => capture?.enter(), [capture])
  useKeptPage(() => capture?.mask(true))
  useEffect(() => capture && listen('beforeprint', () => unmaskNow(capture)), [capture])
  return state
}
