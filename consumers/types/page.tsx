// An app's page, using every door for pages.
import {
  RecoveryCodeChallenge,
  readMfaRequired,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { useRecoveryCodeChallenge, type Completion } from 'react-recovery-login/headless'
import { germanLabels } from 'react-recovery-login/labels/german'
import 'react-recovery-login/styles.css'
import 'react-recovery-login/themes/paper.css'

const { mfaToken = '' } = readMfaRequired({}) ?? {}
const setting: string | undefined = mfaToken || undefined
const props: RecoveryCodeChallengeProps = {
  mfaToken,
  transport: { endpoint: '/login/recovery-code', credentials: setting ? 'include' : undefined },
  site: setting,
  labels: { ...germanLabels, 'form.heading': setting },
  onComplete: ({ tokens }: Completion) => console.log(tokens?.expires_in),
}

export function Login() {
  const challenge = useRecoveryCodeChallenge(props)
  return challenge.step === 'capture' ? challenge.notice.newRecoveryCode : null
}

export const page = <RecoveryCodeChallenge {...props} ref={null} className="login" />
