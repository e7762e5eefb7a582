import type { ReactNode } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
// The panels themselves: the package's main entry is empty in production.
import {
  ReactQueryDevtools,
  ReactQueryDevtoolsPanel,
} from '@tanstack/react-query-devtools/production'
import { offerKit } from './kit.tsx'

const client = new QueryClient()

function WithDevtools({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      {children}
      <div id="devtools">
        <ReactQueryDevtools initialIsOpen />
      </div>
      <div id="panel">
        <ReactQueryDevtoolsPanel />
      </div>
    </QueryClientProvider>
  )
}

offerKit({}, WithDevtools)
