import { useEffect } from 'react'
import { useLatest } from './use-latest.ts'

/**
 * Calls `act` when the browser puts the page into its back/forward cache, and again when it comes back out: it may come
 * back before other eyes.
 *
 * @see https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-pagetransitionevent-interface
 */
export function useKeptPage(act: () => void): void {
  const latest = useLatest(act)
  useEffect(() => {
    const turned = (event: PageTransitionEvent) => {
      if (event.persisted) latest.current()
    }
    const events = ['pagehide', 'pageshow'] as const
    for (const event of events) window.addEventListener(event, turned)
    return () => {
      for (const event of events) window.removeEventListener(event, turned)
    }
  }, [latest])
}
