import { Login } from './login.tsx'

/** A page whose own server (`server.ts`) holds the client secret. */
export function ServerLogin() {
  return (
    <Login
      transport={{ endpoint: '/login/recovery-code' }}
      sendPassword={() => fetch('/login/password', { method: 'POST' })}
      account={() => fetch('/login/account')}
    />
  )
}
