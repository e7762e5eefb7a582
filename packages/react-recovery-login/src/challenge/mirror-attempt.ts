'use client'
import { useCallback, useContext } from 'react'
import { MutationObserver, QueryClientContext, type QueryClient } from '@tanstack/react-query'
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
  const observer = new MutationObserver<Receipt, Error, void>(client, {
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
  })
  // A mutation that is still observed is never collected. It rejects where a callback of the host's MutationCache did.
  const leave = () => observer.reset()
  observer.mutate().then(leave, leave)
}
