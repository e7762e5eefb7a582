'use client'

import type { ReactNode } from 'react'
import { useRecoveryCodeChallenge, type ChallengeOptions } from 'react-recovery-login/headless'
import { ChallengeMessage } from './challenge-message'
import { NewRecoveryCodeNotice } from './new-recovery-code-notice'
import { card } from './parts'
import { RecoveryCodeForm } from './recovery-code-form'
import { RemountingPanel } from './remounting-panel'
import { SaveConfirmation } from './save-confirmation'

/**
 * From the mfa token to a finished sign-in, in every step and state. The markup is yours; the hooks decide what is
 * sent, kept and announced.
 *
 * @example
 * <RecoveryCodeChallenge
 *   mfaToken={mfaToken}
 *   transport={{ endpoint: '/login/recovery-code' }}
 *   onComplete={() => router.replace('/')}
 * />
 */
export function RecoveryCodeChallenge(options: ChallengeOptions): ReactNode {
  const challenge = useRecoveryCodeChallenge(options)
  return (
    // Its own element: the panel removes leftover siblings.
    <div className={card.place}>
      <RemountingPanel className={card.panel}>{step()}</RemountingPanel>
    </div>
  )

  function step(): ReactNode {
    switch (challenge.step) {
      case 'prompt':
      case 'verifying':
        return <RecoveryCodeForm {...challenge.form} />
      case 'capture':
        return (
          <>
            <NewRecoveryCodeNotice {...challenge.notice} />
            <SaveConfirmation {...challenge.confirmation} />
          </>
        )
      default:
        return <ChallengeMessage {...challenge.message} />
    }
  }
}
