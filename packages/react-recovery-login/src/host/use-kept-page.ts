import { useEffect } from 'react'
import { listen } from './listen.ts'
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
    const stops = [listen('pagehide', onTransition), listen('pageshow', onTransition)]
    return () => stops.forEach((stop) => stop())
  }, [latest])
}
