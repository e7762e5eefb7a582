import { renderToString } from 'react-dom/server'
import { Login } from './login.tsx'

/** The login page as a server sends it, without the mfa token. */
export function prerender(): string {
  return renderToString(<Login mfaToken="of a server" />)
}
