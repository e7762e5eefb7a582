import type { ReactNode } from 'react'
import {
  auth0RecoveryCodeFormat as format,
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeError,
  RecoveryCodeForm,
  SaveConfirmation,
  type CaptureAction,
  type CaptureOccasion,
  type ChallengeMessageProps,
  type RecoveryCodeFormProps,
  type SaveConfirmationProps,
  type UnavailableReason,
} from 'react-recovery-login'
import { everyWay, screens } from '#test/screens.tsx'

const nothing = () => {}
const issuedAt = Date.UTC(2026, 10, 24, 12)

function prompt(props: Partial<RecoveryCodeFormProps> = {}) {
  return onPanel(
    <RecoveryCodeForm
      {...{ format, verifying: false, slow: false, afterUnknown: false, maybeLocked: false }}
      {...{ onSubmit: () => undefined, onTryAnotherMethod: nothing, onSupport: nothing }}
      {...props}
    />,
  )
}

function words(props: ChallengeMessageProps) {
  return onPanel(<ChallengeMessage {...everyWay} {...props} />)
}

function capture(occasion: CaptureOccasion, props: Partial<SaveConfirmationProps> = {}) {
  return onPanel(
    <>
      <NewRecoveryCodeNotice
        {...{ newRecoveryCode: 'W9QJ3NBX7VGT5KZR2MCH8DPF', occasion, issuedAt, format }}
        {...{
          late: occasion === 'replaced',
          masked: props.confirmBy === 'retype',
          account: 'usual@example.com',
        }}
        {...{ onShown: nothing, onCopied: nothing, onUnmask: nothing }}
      />
      <SaveConfirmation
        {...{ confirmBy: 'checkbox', occasion, issuedAt, format, fileName: 'recovery-code.txt' }}
        {...{ offers: ['copy', 'download', 'print', 'share'], evidence: [], ticked: false }}
        {...{ ready: false, blocked: 'no', finishing: 'no', onConfirm: () => false }}
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

const refused = { error: new RecoveryCodeError('code-rejected') }
const retype = (told?: SaveConfirmationProps['retype']) =>
  capture('replaced', {
    confirmBy: 'retype',
    ...(told ? { retype: told } : { blocked: 'too-early' }),
  })
const failed = (action: CaptureAction) =>
  capture('replaced', { lastAttempt: { action, result: 'failed', count: 1 } })
const asked = (action: CaptureAction) =>
  capture('replaced', { lastAttempt: { action, result: 'asked', count: 1 }, asking: action })
const unavailable = (why?: UnavailableReason) => words({ step: 'unavailable', ...(why && { why }) })

/** Every screen a person can see, by name; some need the person to act first (`acts`). */
export const everyScreen: Readonly<Record<string, ReactNode>> = {
  ...screens(),
  concealed: prompt({ concealable: true }),
  'nothing typed': prompt(),
  'too short': prompt(),
  'too long': prompt(),
  'look-alike': prompt(),
  'six digits': prompt(),
  'six digits, no other way': prompt({ onTryAnotherMethod: undefined }),
  offline: prompt(),
  'unreadable file': prompt(),
  'not slow yet': prompt({ verifying: true }),
  'refused again': prompt({ ...refused, afterUnknown: true }),
  'maybe locked': prompt({ ...refused, maybeLocked: true }),
  'wait over': prompt({ error: new RecoveryCodeError('rate-limited') }),

  'first code': capture('enrolled'),
  'late code': capture('replaced', { confirmBy: 'action', blocked: 'too-early' }),
  'code, cut-off sign-in': capture('unfinished', {
    lastAttempt: { action: 'share', result: 'failed', count: 1 },
  }),
  'all saved': capture('replaced', {
    ...{ evidence: ['copy', 'download', 'print', 'share'], ticked: true, ready: true },
    lastAttempt: { action: 'copy', result: 'done', count: 1 },
  }),
  'copied by hand': capture('replaced', {
    ...{ evidence: ['copied-by-hand'] },
    lastAttempt: { action: 'copied-by-hand', result: 'done', count: 1 },
  }),
  'print asked': asked('print'),
  'copy asked': asked('copy'),
  'download failed': failed('download'),
  'print failed': failed('print'),
  saving: capture('replaced', { blocked: 'saving' }),
  'retype, too early': retype(),
  'retyped, another group': retype({ verdict: 'different', group: 3 }),
  'retyped, too short': retype({ verdict: 'too-short', missing: 3 }),
  'retyped, old code': retype({ verdict: 'old-code' }),
  'retyped, unreadable': retype({ verdict: 'unreadable' }),
  'host failed': capture('replaced', { ticked: true, ready: true, finishing: 'failed' }),
  'host finishes': capture('replaced', { ticked: true, ready: true, finishing: 'running' }),

  'service down': words({ step: 'unknown', error: new RecoveryCodeError('server-error') }),
  completing: words({ step: 'completing' }),
  'completing failed': words({ step: 'completing', finishing: 'failed' }),
  'signed in, new code': words({ step: 'complete', onContinue: nothing }),
  'expired after a lost answer': words({
    ...{ step: 'start-again', reason: 'expired', codeMayBeSpent: true },
  }),
  'another factor': words({ step: 'start-again', reason: 'another-factor' }),
  denied: words({ step: 'start-again', reason: 'denied' }),
  'not signed in': words({ step: 'start-again', reason: 'not-signed-in' }),
  'not signed in, no code': words({
    ...{ step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true },
  }),
  'no code': unavailable('no-code'),
  duo: unavailable('duo'),
  'older code app': unavailable('google-authenticator'),
  'not set up': unavailable(),
  'not sent': words({
    step: 'unavailable',
    error: new RecoveryCodeError('not-sent', { reason: 'foreign-origin' }),
  }),
  interrupted: words({ step: 'interrupted' }),
  'interrupted, signed in': words({ step: 'interrupted', signedIn: true, onContinue: nothing }),
}
