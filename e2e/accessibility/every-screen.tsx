import type { ReactNode } from 'react'
import {
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
import { confirmation, everyWay, form, notice, onPanel, screens } from '#test/screens.tsx'

const nothing = () => {}

function prompt(props: Partial<RecoveryCodeFormProps> = {}) {
  return onPanel(<RecoveryCodeForm {...form} onCodeMissing={undefined} {...props} />)
}

function words(props: ChallengeMessageProps) {
  return onPanel(<ChallengeMessage {...everyWay} {...props} />)
}

function capture(occasion: CaptureOccasion, props: Partial<SaveConfirmationProps> = {}) {
  const late = occasion === 'replaced'
  const masked = props.confirmBy === 'retype'
  return onPanel(
    <>
      <NewRecoveryCodeNotice {...notice} {...{ occasion, late, masked }} site={undefined} />
      <SaveConfirmation
        {...confirmation}
        {...{ occasion, offers: ['copy', 'download', 'print', 'share'] }}
        {...props}
      />
    </>,
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
