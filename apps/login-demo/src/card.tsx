import { useEffect, useRef, type ReactNode } from 'react'

/** The product's own panel, the same size as the kit's. */
export function Card({ busy = false, children }: { busy?: boolean; children?: ReactNode }) {
  return (
    <div className="card" aria-busy={busy}>
      {children}
    </div>
  )
}

/** Takes focus, so a screen reader announces the page change. */
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
