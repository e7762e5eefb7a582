import { Login } from './login.tsx'

const clientId = 'spa'

/** A public client, straight to the OAuth server that the address names (`?domain=`). */
export function ClientLogin() {
  const domain = new URLSearchParams(location.search).get('domain') ?? ''
  return (
    <Login
      transport={{ domain, clientId }}
      sendPassword={() =>
        fetch(`${domain}/oauth/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'password',
            client_id: clientId,
            username: 'usual@example.com',
            password: 'demo-password',
            scope: 'openid email',
          }),
        })
      }
      account={(tokens) =>
        fetch(`${domain}/userinfo`, {
          headers: { authorization: `Bearer ${tokens?.access_token}` },
        })
      }
    />
  )
}
