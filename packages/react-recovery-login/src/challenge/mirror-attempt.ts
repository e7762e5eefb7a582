import { useCallback, useContext } from 'react'
import {
  QueryClientContext,
  type MutationObserverOptions,
  type QueryClient,
} from '@tanstack/react-query'
import { useLatest } from '../host/use-latest.ts'
import type { Receipt } from './receipt.ts'

/**
 * Shows an attempt in the host's devtools, `useIsMutating` and MutationCache; does nothing without a provider. It sends
 * nothing and the kit never reads it: a host callback that throws or hangs makes react-query drop the data of a
 * mutation that succeeded.
 */
export function useAttemptMirror(): (receipt: Promise<Receipt>) => void {
  const client = useLatest(useContext(QueryClientContext))
  return useCallback((receipt) => mirrorAttempt(client.current, receipt), [client])
}

function mirrorAttempt(client: QueryClient | undefined, receipt: Promise<Receipt>): void {
  // The receipt comes by closure: react-query keeps, persists and replays variables.
  const options: MutationObserverOptions<Receipt, Error, void> = {
    mutationKey: ['recovery-code'],
    mutationFn: () => receipt,
    // Pinned, so that the host's defaults can't retry, pause, throw or run callbacks here.
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
  // Without a MutationObserver, which would come into the app's bundle and need unsubscribing.
  const mutation = client?.getMutationCache().build(client, options)
  // Rejects if a callback of the host's MutationCache did.
  mutation?.execute().catch(() => undefined)
}
