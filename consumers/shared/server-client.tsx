import { createRoot } from 'react-dom/client'
import { ServerLogin } from './server-login.tsx'

createRoot(document.querySelector('#root')!).render(<ServerLogin />)
