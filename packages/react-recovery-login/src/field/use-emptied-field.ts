import { useCallback, useRef, type RefCallback, type RefObject } from 'react'
import { useKeptPage } from '../host/use-kept-page.ts'
import { useLatest } from '../host/use-latest.ts'

/**
 * A field whose text stays with the person who typed it: it is emptied when another one's turn comes, and when the page
 * goes into the back/forward cache or comes back out.
 *
 * @param turn Another number is another turn.
 * @param empty Called with the field that is on the page.
 */
export function useEmptiedField(
  turn: number | undefined,
  empty: (field: HTMLInputElement) => void,
): {
  readonly field: RefObject<HTMLInputElement | null>
  readonly ref: RefCallback<HTMLInputElement>
} {
  // React 18's types let a ref be written that may hold null by its type alone.
  const field = useRef<HTMLInputElement | null>(null)
  const emptiedFor = useRef(turn)
  const latest = useLatest(empty)
  const emptyNow = useCallback(() => {
    if (field.current !== null) latest.current(field.current)
  }, [latest])
  useKeptPage(emptyNow)
  // A ref: what was typed goes before the next person's screen is painted.
  const ref = useCallback(
    (element: HTMLInputElement | null) => {
      field.current = element
      if (emptiedFor.current === turn) return
      emptiedFor.current = turn
      emptyNow()
    },
    [turn, emptyNow],
  )
  return { field, ref }
}
