import { useEffect } from 'react'
import { useLatest } from './use-latest.ts'

/**
 * Calls `act` when the page enters the back/forward cache and when it leaves it: someone else may be looking by then.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-pagetransitionevent-interface
 */
export function useKeptPage(act: () => void): void {
  const latest = useLatest(act)
  useEffect(() => {
    const onTransition = (event: PageTransitionEvent) => {
      if (event.persisted) latest.current()
    }
    const events = ['pagehide', 'pageshow'] as const
    for (const event of events) window.addEventListener(event, onTransition)
    return () => {
      for (const event of events) window.removeEventListener(event, onTransition)
    }
  }, [latest])
}
