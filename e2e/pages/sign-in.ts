import { readMfaRequired, type RecoveryCodeTransport } from 'react-recovery-login'

const { authServer, accounts, password } = await (await fetch('/demo.json')).json()
const direct = new URLSearchParams(location.search).get('transport') === 'direct'
const [{ email }] = accounts

export const transport: RecoveryCodeTransport = direct
  ? { domain: authServer, clientId: 'spa' }
  : { endpoint: '/login/recovery-code' }

/** The page begins where the password was right. */
export const mfaToken: string = await signIn()

async function signIn(): Promise<string> {
  const response = direct
    ? await fetch(`${authServer}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          client_id: 'spa',
          username: email,
          password,
        }),
      })
    : await fetch('/login/password', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
  const mfa = readMfaRequired(await response.json())
  if (mfa === undefined) throw new Error('The sign-in asked for no second proof.')
  return mfa.mfaToken
}
