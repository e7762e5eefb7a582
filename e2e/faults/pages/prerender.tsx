import { renderToString } from 'react-dom/server'
import { Login } from './login.tsx'

/** The login page as a server sends it. The mfa token is not in it. */
export function prerender(): string {
  return renderToString(<Login mfaToken="of a server" />)
}
