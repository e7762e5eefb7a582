import { useEffect, useRef, useSyncExternalStore, type ReactElement, type ReactNode } from 'react'
import type { Globals } from './toolbars.ts'

export interface FrameProps {
  readonly globals: Pick<Globals, 'scheme' | 'theme' | 'direction' | 'layout'>
  readonly view: string
  readonly children: ReactNode
}

/**
 * The page around a story, as the toolbars set it. Complete in the first render: a play function may read a colour at
 * once.
 */
export function Frame({ globals, view, children }: FrameProps): ReactElement {
  const { scheme, theme, direction, layout } = globals
  const systemIsDark = useSyncExternalStore(onSystemScheme, () => darkSystem.matches)
  const dark = scheme === 'system' ? systemIsDark : scheme === 'dark'
  // A screen takes focus when it appears. On a docs page, the last one would scroll the reader to the end.
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => page.current?.removeAttribute('inert'), [])
  return (
    <div data-rrl-theme={theme} ref={page} inert={view === 'docs'}>
      <div
        className={dark ? 'frame dark' : 'frame light'}
        dir={direction}
        data-view={view}
        data-layout={layout}
      >
        {children}
      </div>
    </div>
  )
}

// All themes are imported, so the page has to name one.
document.documentElement.dataset['rrlTheme'] = 'default'

const darkSystem = matchMedia('(prefers-color-scheme: dark)')

function onSystemScheme(changed: () => void): () => void {
  darkSystem.addEventListener('change', changed)
  return () => darkSystem.removeEventListener('change', changed)
}
