import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'

const hosts = import.meta.glob<{ default: ComponentType }>('./hosts/*.tsx')
const load = hosts[`./hosts${location.pathname}.tsx`]
if (load === undefined) throw new Error(`There is no host page at ${location.pathname}.`)
const { default: Host } = await load()

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <Host />
  </StrictMode>,
)
