import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'

const mutationCache = new MutationCache({
  onMutate: () => Promise.reject(new Error('The host did not want this.')),
})
const queryClient = exposed(new QueryClient({ mutationCache }))

export default function OnMutateRejects() {
  return (
    <QueryClientProvider client={queryClient}>
      <Challenge />
    </QueryClientProvider>
  )
}
