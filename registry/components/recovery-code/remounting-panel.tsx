'use client'

import { Component, createRef, type ComponentProps, type ReactNode } from 'react'

/**
 * Remounts the screen after a page translator or an extension broke React's DOM update. Without it, React unmounts the
 * whole page, including the only place with the new code.
 */
export class RemountingPanel extends Component<ComponentProps<'div'>> {
  // React needs one of these two to treat it as a boundary.
  static getDerivedStateFromError(): null {
    return null
  }

  override state: object = {}
  readonly panel: ReturnType<typeof createRef<HTMLDivElement>> = createRef<HTMLDivElement>()

  override componentDidCatch(): void {
    const panel = this.panel.current
    // Nodes that React failed to remove stay, but are dead.
    for (const left of [...(panel?.parentElement?.children ?? [])])
      if (left !== panel) left.remove()
  }

  override render(): ReactNode {
    return <div {...this.props} ref={this.panel} />
  }
}
