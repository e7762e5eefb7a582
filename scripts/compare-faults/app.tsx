import type { ReactElement } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'

/** An app whose provider stays while its pages come and go. */
export function openApp(client: QueryClient, page: ReactElement) {
  const app = (there: boolean) => (
    <QueryClientProvider client={client}>{there && page}</QueryClientProvider>
  )
  const { container, rerender } = render(app(true))
  return { container, show: (there: boolean) => rerender(app(there)) }
}

/** Waits for an answer or for its next try. One that is paused would wait for ever. */
export function isBusy(client: QueryClient): boolean {
  return client.isMutating({ predicate: ({ state }) => !state.isPaused }) > 0
}
