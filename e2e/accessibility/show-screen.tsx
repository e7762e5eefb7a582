import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { acts } from './acts.ts'

declare global {
  interface Window {
    /** Puts one screen on the page, and nothing else, and does what makes it that screen. */
    showScreen(name: string): Promise<void>
  }
}

const acted = '[role="alert"], button[aria-label="Show the code"]'

/** Makes a page of it: `window.showScreen`. Runs in the page. */
export function serveScreens(draw: (name: string) => ReactNode): void {
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  window.showScreen = async (name) => {
    Reflect.deleteProperty(navigator, 'onLine')
    // With the effects, such as that which moves the focus.
    flushSync(() => root.render(<main key={name}>{draw(name)}</main>))
    const main = document.querySelector('main') as HTMLElement
    acts[name]?.(main)
    const isDone = () => !(name in acts) || main.querySelector(acted) !== null
    // A form hands over what was typed in a promise, and a file takes its time.
    while (!isDone()) await new Promise((later) => void setTimeout(later))
  }
}
