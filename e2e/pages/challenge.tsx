import { RecoveryCodeChallenge } from 'react-recovery-login'
import { mfaToken, transport } from './sign-in.ts'

/** The drop-in, as every host page mounts it. */
export function Challenge() {
  return <RecoveryCodeChallenge mfaToken={mfaToken} transport={transport} onComplete={() => {}} />
}
