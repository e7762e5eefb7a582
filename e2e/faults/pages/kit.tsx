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
  /** Of the OAuth server. None: through a handler. */
  readonly domain?: string
  /** Default the page's own. */
  readonly handler?: HandlerTransport
  readonly confirmBy?: ConfirmBy
}

/** What a test may ask of a page. */
export interface Kit {
  /** Puts the drop-in on the page, in place of one that is there. */
  show(props: ShowProps): void
  /** Takes it away; the app stays. */
  hide(): void
  /** The types of the events that the drop-in has told. */
  readonly events: string[]
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
  let shown = 0
  const kit: Kit = {
    show: ({ mfaToken, domain, handler = { endpoint: '/login/recovery-code' }, confirmBy }) =>
      render(
        <RecoveryCodeChallenge
          // Another sign-in would wait for one whose code is unsaved.
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
