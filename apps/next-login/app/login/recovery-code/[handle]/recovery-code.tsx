'use client'

import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { RecoveryCodeChallenge, type ChallengeEvent } from 'react-recovery-login'

/** Whether a new code was on screen when the page unloaded: a flag, never the code. */
const FLAG = 'new-code-on-screen'
const never = () => () => {}

export interface RecoveryCodeProps {
  readonly handle: string
  /** Who already has a session. */
  readonly account: string | undefined
}

export function RecoveryCode({ handle, account }: RecoveryCodeProps) {
  const router = useRouter()
  const interrupted = useSyncExternalStore(
    never,
    () => sessionStorage.getItem(FLAG) === handle,
    () => false,
  )

  function remember(event: ChallengeEvent) {
    if (event.type === 'answered' && event.rotated) sessionStorage.setItem(FLAG, handle)
    if (event.type === 'confirmed') sessionStorage.removeItem(FLAG)
  }
  function leave(to: string) {
    sessionStorage.removeItem(FLAG)
    router.replace(to)
    // The router may have cached the signed-out page.
    router.refresh()
  }

  return (
    <RecoveryCodeChallenge
      mfaToken={handle}
      transport={{ endpoint: '/login/recovery-code/submit' }}
      site="Harbour"
      interrupted={interrupted && (account === undefined || 'signed-in')}
      onComplete={({ rotated }) => {
        if (rotated) leave('/')
      }}
      onContinue={() => leave('/')}
      onEvent={remember}
      onStartAgain={(_reason, next) => leave(next ? `/login/another-factor/${handle}` : '/login')}
    />
  )
}
