import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import 'react-recovery-login/styles.css'
import { acts } from './acts.ts'
import { everyScreen } from './every-screen.tsx'

declare global {
  interface Window {
    /** Puts one screen on the page, and nothing else, and does what makes it that screen. */
    showScreen(name: string): Promise<void>
  }
}

const root = createRoot(document.querySelector('#root') as HTMLElement)
const acted = '[data-rrl-part="alert"], [data-rrl-part="error"], [data-rrl-state="concealed"]'

window.showScreen = async (name) => {
  Reflect.deleteProperty(navigator, 'onLine')
  // With the effects, such as that which moves the focus.
  flushSync(() => root.render(<main key={name}>{everyScreen[name]}</main>))
  const main = document.querySelector('main') as HTMLElement
  acts[name]?.(main)
  const isDone = () => !(name in acts) || main.querySelector(acted) !== null
  // A form hands over what was typed in a promise, and a file takes its time.
  while (!isDone()) await new Promise((later) => void setTimeout(later))
}
