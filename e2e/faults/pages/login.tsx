import { useEffect } from 'react'
import { RecoveryCodeChallenge } from 'react-recovery-login'

export function Login({ mfaToken }: { mfaToken: string }) {
  // For a test that waits until the page is hydrated.
  useEffect(() => {
    document.body.id = 'alive'
  }, [])
  return (
    <RecoveryCodeChallenge
      mfaToken={mfaToken}
      transport={{ endpoint: '/login/recovery-code' }}
      onComplete={() => {}}
    />
  )
}
