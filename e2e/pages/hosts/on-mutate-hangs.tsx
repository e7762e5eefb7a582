import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'

const mutationCache = new MutationCache({ onMutate: () => new Promise(() => {}) })
const queryClient = exposed(new QueryClient({ mutationCache }))

export default function OnMutateHangs() {
  return (
    <QueryClientProvider client={queryClient}>
      <Challenge />
    </QueryClientProvider>
  )
}
