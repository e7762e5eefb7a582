import { Component, createRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'

/**
 * Remounts the screen after a page translator or an extension moved its elements and broke React's DOM update. Without
 * it the host's whole page unmounts, and with it the only place that shows the new code. The flow and its answer live
 * above it, untouched. An error during the remount is the host's to catch.
 */
export class RemountingPanel extends Component<ComponentPropsWithoutRef<'div'>> {
  // One of these two makes React treat it as an error boundary.
  static getDerivedStateFromError(): null {
    return null
  }

  override state: object = {}
  readonly panel: ReturnType<typeof createRef<HTMLDivElement>> = createRef<HTMLDivElement>()

  override componentDidCatch(): void {
    const panel = this.panel.current
    // Nodes that React failed to remove stay, but are dead.
    for (const child of [...(panel?.parentElement?.children ?? [])])
      if (child !== panel) child.remove()
  }

  override render(): ReactNode {
    return <div {...this.props} ref={this.panel} />
  }
}
