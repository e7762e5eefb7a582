import type { ReactElement } from 'react'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import type { ContestantProps } from './contestant.ts'

/** The drop-in. */
export function Kit({ fetch, mfaToken, onComplete }: ContestantProps): ReactElement {
  return (
    <RecoveryCodeChallenge
      mfaToken={mfaToken}
      transport={{ domain: 'tenant.example', clientId: 'bench', fetch }}
      onComplete={onComplete}
    />
  )
}
