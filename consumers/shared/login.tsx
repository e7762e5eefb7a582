import { useState, useSyncExternalStore } from 'react'
import type { RecoveryCodeTransport, TokenSet } from 'react-recovery-login'
import { RecoveryCodeChallenge } from './challenge.tsx'

export interface LoginProps {
  /** Sends the password and returns the mfa token, or its handle, from the answer that asks for a second factor. */
  readonly sendPassword: () => Promise<string | undefined>
  readonly transport: RecoveryCodeTransport
  /** Asks who is signed in. The response has an `email`. */
  readonly account: (tokens?: TokenSet) => Promise<Response>
}

const subscribe = () => () => {}
const inBrowser = () => true
const onServer = () => false

/** The login page of every fixture: the password, the recovery code, and who is signed in. */
export function Login({ sendPassword, transport, account }: LoginProps) {
  const [mfaToken, setMfaToken] = useState<string>()
  const [email, setEmail] = useState<string>()
  const hydrated = useSyncExternalStore(subscribe, inBrowser, onServer)

  async function start(): Promise<void> {
    setMfaToken(await sendPassword())
  }

  async function finish(tokens?: TokenSet): Promise<void> {
    setEmail((await (await account(tokens)).json()).email)
  }

  if (email !== undefined) return <p>Signed in as {email}</p>
  if (mfaToken === undefined)
    return (
      <button type="button" disabled={!hydrated} onClick={start}>
        Sign in
      </button>
    )
  return (
    <RecoveryCodeChallenge
      mfaToken={mfaToken}
      transport={transport}
      site="Harbour"
      account="usual@example.com"
      onComplete={({ tokens }) => finish(tokens)}
    />
  )
}
