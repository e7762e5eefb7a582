import { readMfaRequired, type MfaRequired, type RecoveryCodeTransport } from 'react-recovery-login'

const demo = await (await fetch('/demo.json')).json()
const direct = new URLSearchParams(location.search).get('transport') === 'direct'
const username: string = demo.accounts[0].email

export const authServer: string = demo.authServer

export const transport: RecoveryCodeTransport = direct
  ? { domain: authServer, clientId: 'spa' }
  : { endpoint: '/login/recovery-code' }

/** The page starts after a correct password. */
export const { mfaToken, challenge }: MfaRequired = await signIn()

async function signIn(): Promise<MfaRequired> {
  const { password } = demo
  const response = direct
    ? await fetch(`${authServer}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'password', client_id: 'spa', username, password }),
      })
    : await fetch('/login/password', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: username, password }),
      })
  const mfa = readMfaRequired(await response.json())
  if (mfa === undefined) throw new Error('The sign-in asked for no second proof.')
  return mfa
}
