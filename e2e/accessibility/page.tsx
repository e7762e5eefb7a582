import { createRoot } from 'react-dom/client'
import 'react-recovery-login/styles.css'
import { everyScreen } from './every-screen.tsx'

declare global {
  interface Window {
    /** Puts one screen on the page, and nothing else. */
    showScreen(name: string): void
  }
}

const root = createRoot(document.querySelector('#root') as HTMLElement)

window.showScreen = (name) => root.render(<main key={name}>{everyScreen[name]}</main>)
