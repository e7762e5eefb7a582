import { useEffect, useRef, type Ref } from 'react'

/**
 * Moves the focus to a heading once, when its screen comes up. An effect with a memory: a ref callback would take the
 * focus again each time `<Activity>` shows the page, and StrictMode runs effects twice.
 *
 * @param screen Another value is another screen.
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
