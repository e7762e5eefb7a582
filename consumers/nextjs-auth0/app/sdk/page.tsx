'use client'

import { useState } from 'react'
import { RecoveryCode } from './recovery-code'

/** A sign-in that the SDK begins and ends. */
export default function Page() {
  const [mfaToken, setMfaToken] = useState<string>()
  const [account, setAccount] = useState<string>()

  if (account !== undefined) return <p>Signed in as {account}</p>
  if (mfaToken !== undefined)
    return (
      <RecoveryCode
        mfaToken={mfaToken}
        onSignedIn={async () => setAccount((await call('session')).value.user.sub)}
      />
    )
  return (
    <button type="button" onClick={async () => setMfaToken((await call('sign-in')).asked.mfaToken)}>
      Sign in
    </button>
  )
}

async function call(name: string) {
  return (await fetch(`/sdk/${name}`, { method: 'POST', body: '{}' })).json()
}
