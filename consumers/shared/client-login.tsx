import { readMfaRequired } from 'react-recovery-login'
import { Login } from './login.tsx'

const clientId = 'spa'

/** A public client, straight to the OAuth server in the URL (`?domain=`). */
export function ClientLogin() {
  const domain = new URLSearchParams(location.search).get('domain') ?? ''
  return (
    <Login
      transport={{ domain, clientId }}
      sendPassword={async () => {
        const answer = await fetch(`${domain}/oauth/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'password',
            client_id: clientId,
            username: 'usual@example.com',
            password: 'demo-password',
            scope: 'openid email',
          }),
        })
        return readMfaRequired(await answer.json())?.mfaToken
      }}
      account={(tokens) =>
        fetch(`${domain}/userinfo`, {
          headers: { authorization: `Bearer ${tokens?.access_token}` },
        })
      }
    />
  )
}
