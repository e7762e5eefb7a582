import { createRoot } from 'react-dom/client'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import { Screens } from '#test/screens.tsx'

declare global {
  interface Window {
    /** Renders every screen, with a host's classes. */
    showScreens(classNames: RecoveryCodeChallengeProps['classNames']): void
  }
}

const root = createRoot(document.querySelector('#root') as HTMLElement)

window.showScreens = (classNames) => root.render(<Screens {...(classNames && { classNames })} />)
