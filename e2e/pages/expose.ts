import type { QueryClient } from '@tanstack/react-query'

declare global {
  interface Window {
    /** For the tests to inspect. */
    queryClient?: QueryClient
  }
}

export function exposed(queryClient: QueryClient): QueryClient {
  window.queryClient = queryClient
  return queryClient
}
