import type { ReactNode } from 'react'
import {
  auth0RecoveryCodeFormat as format,
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeError,
  SaveConfirmation,
  type CaptureOccasion,
  type ChallengeMessageProps,
  type SaveConfirmationProps,
} from 'react-recovery-login'
import { screens } from '../../packages/react-recovery-login/test/screens.tsx'

const nothing = () => {}
const issuedAt = Date.UTC(2026, 10, 24, 12)

function words(props: Partial<ChallengeMessageProps> & Pick<ChallengeMessageProps, 'step'>) {
  return onPanel(
    <ChallengeMessage
      {...{ open: false, failed: false, rotated: true, codeMayBeSpent: false }}
      {...{ onTryAgain: nothing, onStartAgain: nothing }}
      {...{ onTryAnotherMethod: nothing, onSupport: nothing }}
      {...props}
    />,
  )
}

function capture(occasion: CaptureOccasion, props: Partial<SaveConfirmationProps> = {}) {
  return onPanel(
    <>
      <NewRecoveryCodeNotice
        {...{ newRecoveryCode: 'W9QJ3NBX7VGT5KZR2MCH8DPF', occasion, issuedAt, format }}
        {...{ late: occasion === 'replaced', masked: false, account: 'usual@example.com' }}
        {...{ onShown: nothing, onCopied: nothing, onUnmask: nothing }}
      />
      <SaveConfirmation
        {...{ confirmBy: 'checkbox', occasion, issuedAt, format, fileName: 'recovery-code.txt' }}
        {...{ offers: ['copy', 'download', 'print', 'share'], evidence: [], ticked: false }}
        {...{ ready: false, blocked: false, busy: false, failed: false, onConfirm: () => false }}
        {...{ onAction: nothing, onAsked: nothing, onTick: nothing }}
        {...{ onRetype: nothing, onMask: nothing }}
        {...props}
      />
    </>,
  )
}

function onPanel(component: ReactNode) {
  return (
    <div data-rrl-part="root" data-rrl-layout="card">
      <div data-rrl-part="panel">{component}</div>
    </div>
  )
}

/** Every screen that a person can meet, by name. */
export const everyScreen: Readonly<Record<string, ReactNode>> = {
  ...screens(),
  'first code': capture('enrolled'),
  'late code': capture('replaced', { confirmBy: 'action', blocked: true }),
  'code, cut-off sign-in': capture('unfinished', {
    last: { action: 'share', result: 'failed', count: 1 },
  }),
  'all saved': capture('replaced', {
    ...{ evidence: ['copy', 'download', 'print', 'share'], ticked: true, ready: true },
    last: { action: 'copy', result: 'done', count: 1 },
  }),
  'host failed': capture('replaced', { ticked: true, ready: true, failed: true }),
  'host finishes': capture('replaced', { ticked: true, ready: true, busy: true }),
  'service down': words({ step: 'unknown', error: new RecoveryCodeError('server-error') }),
  completing: words({ step: 'completing' }),
  'completing failed': words({ step: 'completing', failed: true }),
  'signed in, new code': words({ step: 'complete', onContinue: nothing }),
  'another factor': words({ step: 'start-again', reason: 'another-factor' }),
  denied: words({ step: 'start-again', reason: 'denied' }),
  'not signed in': words({ step: 'start-again', reason: 'not-signed-in' }),
  interrupted: words({ step: 'interrupted' }),
}
