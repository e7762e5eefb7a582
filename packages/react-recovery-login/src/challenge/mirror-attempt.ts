import { useCallback, useContext } from 'react'
import {
  QueryClientContext,
  type MutationObserverOptions,
  type QueryClient,
} from '@tanstack/react-query'
import type { Receipt } from './receipt.ts'

/**
 * Shows an attempt to the host's devtools, `useIsMutating` and MutationCache; nothing where there is no provider. It
 * sends nothing and nobody here reads it: a callback of the host that throws or hangs makes react-query drop the data
 * of a mutation that succeeded.
 */
export function useAttemptMirror(): (receipt: Promise<Receipt>) => void {
  const client = useContext(QueryClientContext)
  return useCallback(
    (receipt: Promise<Receipt>) => {
      if (client !== undefined) mirrorAttempt(client, receipt)
    },
    [client],
  )
}

function mirrorAttempt(client: QueryClient, receipt: Promise<Receipt>): void {
  // The receipt comes by closure: variables would be kept, persisted and replayed.
  const options: MutationObserverOptions<Receipt, Error, void> = {
    mutationKey: ['recovery-code'],
    mutationFn: () => receipt,
    // Pinned, so that a default of the host cannot repeat, pause, throw or run its callbacks here.
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    gcTime: 30_000,
    scope: undefined,
    meta: undefined,
    onMutate: undefined,
    onSuccess: undefined,
    onError: undefined,
    onSettled: undefined,
  }
  // Not through an observer: none of react-query's comes into the app's bundle, and there is nobody to take off.
  const mutation = client.getMutationCache().build(client, options)
  // It rejects where a callback of the host's MutationCache did.
  mutation.execute().catch(() => undefined)
}
