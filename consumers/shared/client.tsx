import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ClientLogin } from './client-login.tsx'

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <ClientLogin />
  </StrictMode>,
)
