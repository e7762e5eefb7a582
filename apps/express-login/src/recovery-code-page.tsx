import { useState } from 'react'
import { RecoveryCodeChallenge, type ChallengeEvent } from 'react-recovery-login'

/** Whether a new code was on screen when the page unloaded: a flag, never the code. */
const FLAG = 'new-code-on-screen'

export interface RecoveryCodePageProps {
  readonly handle: string
  /** Who already has a session. */
  readonly account: string | null
}

export function RecoveryCodePage({ handle, account }: RecoveryCodePageProps) {
  const [interrupted] = useState(() => sessionStorage.getItem(FLAG) === handle)

  function remember(event: ChallengeEvent) {
    if (event.type === 'answered' && event.rotated) sessionStorage.setItem(FLAG, handle)
    if (event.type === 'confirmed') sessionStorage.removeItem(FLAG)
  }
  function leave(to: string) {
    sessionStorage.removeItem(FLAG)
    location.replace(to)
  }

  return (
    <RecoveryCodeChallenge
      mfaToken={handle}
      transport={{ endpoint: '/login/recovery-code' }}
      site="Harbour"
      interrupted={interrupted && (account === null || 'signed-in')}
      onComplete={({ rotated }) => {
        if (rotated) leave('/')
      }}
      onContinue={() => leave('/')}
      onEvent={remember}
      onStartAgain={(_reason, next) => leave(next ? `/login/another-factor/${handle}` : '/login')}
    />
  )
}
