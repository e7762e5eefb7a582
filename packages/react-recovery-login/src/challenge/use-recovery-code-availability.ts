import { useContext, useState } from 'react'
import { QueryClient, QueryClientContext, useQuery } from '@tanstack/react-query'
import { Secret } from '../capture/secret.ts'
import { listAuthenticators } from '../protocol/list-authenticators.ts'

export interface AvailabilityRequest {
  /** As in the direct transport. */
  readonly domain: string
  readonly mfaToken: string
  /** `mfa_requirements.challenge` of the 403; where it is given, nothing is asked of the server. */
  readonly challenge?: readonly string[] | undefined
  readonly fetch?: typeof fetch | undefined
}

export interface Availability {
  /** `unknown`: the server could not be asked. Offer the recovery code all the same. */
  readonly status: 'checking' | 'available' | 'not-available' | 'unknown'
  /** The other factor types, as the server names them. */
  readonly otherMethods: readonly string[]
}

/**
 * Whether there is a recovery code to ask for: Auth0 makes none for Duo, for the legacy `google-authenticator`, or
 * while recovery codes are off. A query in the host's QueryClient where there is one: retried twice, never under a
 * key that holds the token, and forgotten with its last reader.
 *
 * @throws RecoveryCodeError `misused`, from the query, where `domain` is no host name: it shows as `unknown`.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export function useRecoveryCodeAvailability(request: AvailabilityRequest): Availability {
  const { domain, mfaToken, challenge, fetch } = request
  const host = useContext(QueryClientContext)
  // Where the host has no provider, a client of this component's own: nothing is shared, on a server least of all.
  const [own] = useState(() => host ?? new QueryClient())
  const [subject, setSubject] = useState(() => newSubject(mfaToken))
  if (subject.token.reveal() !== mfaToken) setSubject(newSubject(mfaToken))
  const { data, isError } = useQuery(
    {
      queryKey: ['recovery-code-availability', domain, subject.key],
      queryFn: () => activeTypes(domain, mfaToken, fetch),
      enabled: challenge === undefined,
      // Pinned, so that a default of the host cannot show another person's answer, wait for ever or ask again.
      retry: 2,
      retryDelay: undefined,
      // Paused for want of a network it would be neither an answer nor an error.
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
    host ?? own,
  )
  const methods = challenge ?? data
  if (methods === undefined) return { status: isError ? 'unknown' : 'checking', otherMethods: [] }
  return {
    status: methods.includes('recovery-code') ? 'available' : 'not-available',
    otherMethods: methods.filter((method) => method !== 'recovery-code'),
  }
}

/** A random name for the token, so that the next person on this page cannot be shown the cached answer of the last. */
function newSubject(mfaToken: string): { readonly token: Secret; readonly key: string } {
  // Not randomUUID: a page without a secure context has none.
  return { token: new Secret(mfaToken), key: crypto.getRandomValues(new Uint32Array(4)).join() }
}

async function activeTypes(
  domain: string,
  mfaToken: string,
  fetch: AvailabilityRequest['fetch'],
): Promise<readonly string[]> {
  const authenticators = await listAuthenticators({ domain, mfaToken, ...(fetch && { fetch }) })
  return authenticators.filter(({ active }) => active).map((one) => one.authenticator_type)
}
