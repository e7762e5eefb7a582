import { useCallback, useRef, type RefCallback, type RefObject } from 'react'
import { useKeptPage } from '../host/use-kept-page.ts'
import { useLatest } from '../host/use-latest.ts'

/**
 * A field that never shows one person's text to another: it is emptied at the next person's turn, and when the page
 * enters or leaves the back/forward cache.
 *
 * @param turn A new number is a new turn.
 * @param empty Called with the mounted field.
 */
export function useEmptiedField(
  turn: number | undefined,
  empty: (field: HTMLInputElement) => void,
): {
  readonly field: RefObject<HTMLInputElement | null>
  readonly ref: RefCallback<HTMLInputElement>
} {
  // In React 18's types a ref is only writable if its type includes null.
  const field = useRef<HTMLInputElement | null>(null)
  const emptiedFor = useRef(turn)
  const emptyNow = useLatest(() => {
    if (field.current !== null) empty(field.current)
  })
  useKeptPage(() => emptyNow.current())
  // A ref callback clears the text before the next person's screen is painted.
  const ref = useCallback(
    (element: HTMLInputElement | null) => {
      field.current = element
      if (emptiedFor.current === turn) return
      emptiedFor.current = turn
      emptyNow.current()
    },
    [turn, emptyNow],
  )
  return { field, ref }
}
