import { StrictMode, type ComponentType, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import {
  RecoveryCodeChallenge,
  verifyRecoveryCode,
  type ConfirmBy,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import type { HandlerTransport } from 'react-recovery-login/protocol'
import 'react-recovery-login/styles.css'

export interface ShowProps {
  readonly mfaToken: string
  /** The OAuth server's. Without it: through a handler. */
  readonly domain?: string
  /** Default the page's own. */
  readonly handler?: HandlerTransport
  readonly confirmBy?: ConfirmBy
}

/** What a test can ask a page to do. */
export interface Kit {
  /** Renders the drop-in, replacing an earlier one. */
  show(props: ShowProps): void
  /** Unmounts it; the app stays. */
  hide(): void
  /** The types of the drop-in's events so far. */
  readonly events: string[]
  readonly verifyRecoveryCode: typeof verifyRecoveryCode
}

declare global {
  interface Window {
    readonly kit: Kit
  }
}

/** @param Frame Wraps the drop-in, and stays when it is unmounted. */
export function offerKit(
  callbacks: Partial<RecoveryCodeChallengeProps> = {},
  Frame: ComponentType<{ children: ReactNode }> = StrictMode,
): void {
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  const render = (page: ReactNode) => root.render(<Frame>{page}</Frame>)
  let shown = 0
  const kit: Kit = {
    show: ({ mfaToken, domain, handler = { endpoint: '/login/recovery-code' }, confirmBy }) =>
      render(
        <RecoveryCodeChallenge
          // Another sign-in would wait for one with an unsaved code.
          key={(shown += 1)}
          mfaToken={mfaToken}
          transport={domain === undefined ? handler : { domain, clientId: 'spa' }}
          confirmBy={confirmBy}
          onComplete={() => {}}
          onEvent={({ type }) => void kit.events.push(type)}
          {...callbacks}
        />,
      ),
    hide: () => render(<p>Another page</p>),
    events: [],
    verifyRecoveryCode,
  }
  Object.assign(window, { kit })
}
