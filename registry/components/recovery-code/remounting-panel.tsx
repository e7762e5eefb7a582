'use client'

import { Component, createRef, type ComponentProps, type ReactNode } from 'react'

/**
 * Draws the screen anew when React could not change it, because a page translator or an extension had moved its
 * elements. Without it the whole page goes, and with it the only place where the new code stands.
 */
export class RemountingPanel extends Component<ComponentProps<'div'>> {
  // Without one of these two React does not take it for a boundary.
  static getDerivedStateFromError(): null {
    return null
  }

  override state: object = {}
  readonly panel: ReturnType<typeof createRef<HTMLDivElement>> = createRef<HTMLDivElement>()

  override componentDidCatch(): void {
    const panel = this.panel.current
    // What React could not take away stands there still, and nothing answers in it.
    for (const left of [...(panel?.parentElement?.children ?? [])])
      if (left !== panel) left.remove()
  }

  override render(): ReactNode {
    return <div {...this.props} ref={this.panel} />
  }
}
