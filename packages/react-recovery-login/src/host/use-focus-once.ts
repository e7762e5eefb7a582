import { useEffect, useRef, type Ref } from 'react'

/**
 * Moves focus to a heading once, when its screen appears. The effect remembers: a ref callback would take focus again
 * each time `<Activity>` shows the page, and StrictMode runs effects twice.
 *
 * @param screen A new value is a new screen.
 * @see WCAG 2.2 SC 2.4.3 Focus Order
 */
export function useFocusOnce<Element extends HTMLElement>(screen: string): Ref<Element> {
  const ref = useRef<Element>(null)
  const focused = useRef<string>(undefined)
  useEffect(() => {
    if (focused.current === screen) return
    focused.current = screen
    ref.current?.focus()
  }, [screen])
  return ref
}
