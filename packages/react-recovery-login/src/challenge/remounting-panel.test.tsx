import { Component, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { open, said, signIn } from '#test/faults/harness.tsx'

class HostBoundary extends Component<{ readonly children: ReactNode }> {
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override state: { readonly error?: Error } = {}
  override render() {
    return this.state.error?.message ?? this.props.children
  }
}

it('a slot that throws on every render is the host’s to catch', () => {
  const Heading = () => {
    throw new Error('A heading of theirs.')
  }
  const { container } = open(<HostBoundary>{signIn({ slots: { Heading } }).page()}</HostBoundary>)
  expect(container).toHaveTextContent('A heading of theirs.')
  // React's own log.
  expect(said.splice(0).length).toBeGreaterThan(0)
})
