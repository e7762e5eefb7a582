import { useState } from 'react'
import { QueryClient } from '@tanstack/react-query'
import { PersistQueryClientProvider, type Persister } from '@tanstack/react-query-persist-client'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'

const KEY = 'query-cache'
const again = { retry: 3, retryDelay: 0 }
const queryClient = exposed(
  new QueryClient({ defaultOptions: { queries: again, mutations: again } }),
)

/** Stores everything immediately: most hosts store less, and later. */
const persister: Persister = {
  persistClient: (client) => localStorage.setItem(KEY, JSON.stringify(client)),
  restoreClient: () => JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined,
  removeClient: () => localStorage.removeItem(KEY),
}
const dehydrateOptions = {
  shouldDehydrateMutation: () => true,
  shouldDehydrateQuery: () => true,
}

export default function PersistedHost() {
  const [resumed, setResumed] = useState(false)
  return (
    <PersistQueryClientProvider
      client={queryClient}
      persistOptions={{ persister, dehydrateOptions }}
      onSuccess={async () => {
        await queryClient.resumePausedMutations()
        setResumed(true)
      }}
    >
      <Challenge />
      {resumed && <p>What was stored is back.</p>}
    </PersistQueryClientProvider>
  )
}
