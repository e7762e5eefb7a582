import { StrictMode, type ComponentType, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import {
  RecoveryCodeChallenge,
  verifyRecoveryCode,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import 'react-recovery-login/styles.css'

/** What a test may ask of a page. */
export interface Kit {
  /** Puts the drop-in on the page, in place of one that is there. */
  show(props: Omit<RecoveryCodeChallengeProps, 'onComplete'>): void
  /** Takes it away; the app stays. */
  hide(): void
  readonly verifyRecoveryCode: typeof verifyRecoveryCode
}

declare global {
  interface Window {
    readonly kit: Kit
  }
}

/** @param Frame Around the drop-in, and there when it is gone. */
export function offerKit(
  callbacks: Partial<RecoveryCodeChallengeProps> = {},
  Frame: ComponentType<{ children: ReactNode }> = StrictMode,
): void {
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  const render = (page: ReactNode) => root.render(<Frame>{page}</Frame>)
  const kit: Kit = {
    show: (props) =>
      render(
        <RecoveryCodeChallenge
          key={props.mfaToken}
          onComplete={() => {}}
          {...callbacks}
          {...props}
        />,
      ),
    hide: () => render(<p>Another page</p>),
    verifyRecoveryCode,
  }
  Object.assign(window, { kit })
}
