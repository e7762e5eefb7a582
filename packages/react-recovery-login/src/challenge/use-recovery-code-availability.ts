import { useContext, useState } from 'react'
import { QueryClient, QueryClientContext, useQuery } from '@tanstack/react-query'
import { Secret } from '../capture/secret.ts'
import { listAuthenticators } from '../protocol/list-authenticators.ts'

export interface AvailabilityRequest {
  /** As in the direct transport. */
  readonly domain: string
  readonly mfaToken: string
  /** `mfa_requirements.challenge` of the 403; if given, no request is made. */
  readonly challenge?: readonly string[] | undefined
  readonly fetch?: typeof fetch | undefined
}

export interface Availability {
  /** `unknown`: the request failed. Offer the recovery code anyway. */
  readonly status: 'checking' | 'available' | 'not-available' | 'unknown'
  /** The other factor types, as the server names them. */
  readonly otherMethods: readonly string[]
}

/**
 * Whether there is a recovery code to ask for: Auth0 makes none for Duo, for the legacy `google-authenticator`, or
 * while recovery codes are off. A query in the host's QueryClient, if there is one: retried twice, never under a key
 * that holds the token, and removed with its last reader.
 *
 * @throws RecoveryCodeError `misused`, in the query, if `domain` is not a host name: shows as `unknown`.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export function useRecoveryCodeAvailability(request: AvailabilityRequest): Availability {
  const { domain, mfaToken, challenge, fetch } = request
  const hostClient = useContext(QueryClientContext)
  // Without a provider, each component has its own client: nothing is shared, least of all on a server.
  const [ownClient] = useState(() => hostClient ?? new QueryClient())
  const [subject, setSubject] = useState(() => newSubject(mfaToken))
  if (subject.token.reveal() !== mfaToken) setSubject(newSubject(mfaToken))
  const { data, isError } = useQuery(
    {
      queryKey: ['recovery-code-availability', domain, subject.key],
      queryFn: () => activeTypes(domain, mfaToken, fetch),
      enabled: challenge === undefined,
      // Pinned, so that the host's defaults can't show another person's answer, wait forever or ask again.
      retry: 2,
      retryDelay: undefined,
      // Paused while offline, it would be neither an answer nor an error.
      networkMode: 'always',
      refetchInterval: undefined,
      throwOnError: false,
      staleTime: Infinity,
      gcTime: 0,
      placeholderData: undefined,
      initialData: undefined,
      select: undefined,
      meta: undefined,
    },
    hostClient ?? ownClient,
  )
  const methods = challenge ?? data
  if (methods === undefined) return { status: isError ? 'unknown' : 'checking', otherMethods: [] }
  return {
    status: methods.includes('recovery-code') ? 'available' : 'not-available',
    otherMethods: methods.filter((method) => method !== 'recovery-code'),
  }
}

/** A random key for the token, so that nobody on this page is shown the last person's cached answer. */
function newSubject(mfaToken: string): { readonly token: Secret; readonly key: string } {
  // Not `randomUUID`, which needs a secure context.
  return { token: new Secret(mfaToken), key: crypto.getRandomValues(new Uint32Array(4)).join() }
}

async function activeTypes(
  domain: string,
  mfaToken: string,
  fetch: AvailabilityRequest['fetch'],
): Promise<readonly string[]> {
  const authenticators = await listAuthenticators({ domain, mfaToken, ...(fetch && { fetch }) })
  return authenticators
    .filter(({ active }) => active)
    .map((authenticator) => authenticator.authenticator_type)
}
