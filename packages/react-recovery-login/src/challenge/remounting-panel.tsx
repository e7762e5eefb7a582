import { Component, createRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'

/**
 * Draws the screen anew where React could not change it, because another hand had moved its elements: a page
 * translator, an extension. Without it the host's whole page goes, and with it the only place where the new code
 * stands. What lives above it, the flow and its answer, is untouched. What throws while it is drawn anew is the host's
 * to catch.
 */
export class RemountingPanel extends Component<ComponentPropsWithoutRef<'div'>> {
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
