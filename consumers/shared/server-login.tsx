import { Login } from './login.tsx'

/** A page whose own server (`server.ts`) keeps the client secret and the mfa token. */
export function ServerLogin() {
  return (
    <Login
      transport={{ endpoint: '/login/recovery-code' }}
      sendPassword={async () => {
        const answer = await fetch('/login/password', { method: 'POST' })
        return (await answer.json()).handle
      }}
      account={() => fetch('/login/account')}
    />
  )
}
