import { Component, useState, type ReactNode } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'

/** Discards everything inside on an error, and remounts it. */
class Boundary extends Component<{ children: ReactNode }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <button type="button" onClick={() => this.setState({ failed: false })}>
        Bring it back
      </button>
    )
  }
}

function AppWithItsClient() {
  const [queryClient] = useState(() => exposed(new QueryClient()))
  const [broken, setBroken] = useState(false)
  if (broken) throw new Error('A part of the host failed.')
  return (
    <QueryClientProvider client={queryClient}>
      <button type="button" onClick={() => setBroken(true)}>
        Take it away
      </button>
      <Challenge />
    </QueryClientProvider>
  )
}

export default function ErrorBoundaryHost() {
  return (
    <Boundary>
      <AppWithItsClient />
    </Boundary>
  )
}
