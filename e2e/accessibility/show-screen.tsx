import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { acts } from './acts.ts'

declare global {
  interface Window {
    /** Renders one screen on the page, alone, and performs its acts. */
    showScreen(name: string): Promise<void>
  }
}

const acted = '[role="alert"], button[aria-label="Show the code"]'

/** Exposes it as `window.showScreen`. Runs in the page. */
export function serveScreens(draw: (name: string) => ReactNode): void {
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  window.showScreen = async (name) => {
    Reflect.deleteProperty(navigator, 'onLine')
    // Including effects, such as the one that moves focus.
    flushSync(() => root.render(<main key={name}>{draw(name)}</main>))
    const main = document.querySelector('main') as HTMLElement
    acts[name]?.(main)
    const isDone = () => !(name in acts) || main.querySelector(acted) !== null
    // A form submits what was typed asynchronously, and reading a file takes time.
    while (!isDone()) await new Promise((later) => void setTimeout(later))
  }
}
