import { hydrateRoot } from 'react-dom/client'
import { Login } from './login.tsx'

declare global {
  interface Window {
    hydrate(mfaToken: string): void
  }
}

window.hydrate = (mfaToken) => {
  hydrateRoot(document.querySelector('#root') as HTMLElement, <Login mfaToken={mfaToken} />)
}
