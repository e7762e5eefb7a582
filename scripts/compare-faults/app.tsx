import type { ReactElement } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'

/** An app whose provider outlives its pages. */
export function openApp(client: QueryClient, page: ReactElement) {
  const app = (there: boolean) => (
    <QueryClientProvider client={client}>{there && page}</QueryClientProvider>
  )
  const { container, rerender } = render(app(true))
  return { container, show: (there: boolean) => rerender(app(there)) }
}

/** Waits for an answer or the next retry. A paused mutation would wait forever. */
export function isBusy(client: QueryClient): boolean {
  return client.isMutating({ predicate: ({ state }) => !state.isPaused }) > 0
}
