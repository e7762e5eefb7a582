'use client'

import { mfa } from '@auth0/nextjs-auth0/client'
import { useState, type FormEvent } from 'react'
import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
} from 'react-recovery-login'
import 'react-recovery-login/styles.css'

export interface RecoveryCodeProps {
  /** Of the `MfaRequiredError` of the SDK, which sealed it. */
  readonly mfaToken: string
  readonly onSignedIn: () => void
}

/** The SDK sends the code and makes its session. */
export function RecoveryCode({ mfaToken, onSignedIn }: RecoveryCodeProps) {
  const [newCode, setNewCode] = useState<string>()
  const [failed, setFailed] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const recoveryCode = String(new FormData(event.currentTarget).get('code'))
    try {
      const { recovery_code } = await mfa.verify({ mfaToken, recoveryCode })
      if (recovery_code === undefined) onSignedIn()
      else setNewCode(recovery_code)
    } catch {
      setFailed(true)
    }
  }

  if (newCode !== undefined) return <NewCode code={newCode} onSaved={onSignedIn} />
  return (
    <form onSubmit={send}>
      <label>
        Recovery code <input name="code" autoComplete="off" />
      </label>
      <p role="alert">{failed && 'That did not work. The code may be used up.'}</p>
      <button>Continue</button>
    </form>
  )
}

interface NewCodeProps {
  readonly code: string
  readonly onSaved: () => void
}

function NewCode({ code, onSaved }: NewCodeProps) {
  const { notice, confirmation } = useRecoveryCodeCapture({
    newRecoveryCode: code,
    site: 'Harbour',
    account: 'usual@example.com',
    onConfirm: onSaved,
  })
  return (
    <>
      <NewRecoveryCodeNotice {...notice} />
      <SaveConfirmation {...confirmation} />
    </>
  )
}
