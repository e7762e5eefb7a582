import { RecoveryCodeChallenge } from 'react-recovery-login'
import { mfaToken, transport } from '../sign-in.ts'

/** Ends the login like most sites: with a navigation. */
export default function HardNavigation() {
  return (
    <RecoveryCodeChallenge
      mfaToken={mfaToken}
      transport={transport}
      onComplete={() => window.location.replace('/demo.json')}
    />
  )
}
