import type { ReactElement } from 'react'

/** What every page of the bench gets: a token endpoint, and a callback for the completed login. */
export interface ContestantProps {
  readonly fetch: typeof fetch
  readonly mfaToken: string
  readonly onComplete: () => void
}

export type Contestant = (props: ContestantProps) => ReactElement

/** The one POST, as a hand-written page sends it. */
export async function verify(
  { fetch, mfaToken }: ContestantProps,
  code: string,
): Promise<{ readonly recovery_code: string }> {
  const response = await fetch('https://tenant.example/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
      client_id: 'bench',
      mfa_token: mfaToken,
      recovery_code: code,
    }),
  })
  if (!response.ok) throw new Error('refused')
  return (await response.json()) as { recovery_code: string }
}
