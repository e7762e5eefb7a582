import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'

const again = { retry: 3, retryDelay: 0 }
const queryClient = exposed(
  new QueryClient({ defaultOptions: { queries: again, mutations: again } }),
)

export default function AppWideRetry() {
  return (
    <QueryClientProvider client={queryClient}>
      <Challenge />
    </QueryClientProvider>
  )
}
