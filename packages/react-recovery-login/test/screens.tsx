import type { ReactElement, ReactNode } from 'react'
import {
  auth0RecoveryCodeFormat as format,
  ChallengeMessage,
  englishLabels,
  NewRecoveryCodeNotice,
  RecoveryCodeChallenge,
  RecoveryCodeError,
  RecoveryCodeForm,
  SaveConfirmation,
  type ChallengeMessageProps,
  type NewRecoveryCodeNoticeProps,
  type RecoveryCodeChallengeProps,
  type RecoveryCodeFormProps,
  type SaveConfirmationProps,
} from 'react-recovery-login'

type Styling = Pick<RecoveryCodeChallengeProps, 'classNames' | 'slots' | 'labels'>

/** Fixed, so screenshots don't change from day to day. */
const issuedAt = Date.UTC(2026, 10, 24, 12)
const nothing = () => {}
const waysOut = { onTryAnotherMethod: nothing, onSupport: nothing }

export const form: RecoveryCodeFormProps = {
  verifying: false,
  slow: false,
  afterUnknown: false,
  maybeLocked: false,
  format,
  now: () => issuedAt,
  onSubmit: () => undefined,
  onCodeMissing: nothing,
  ...waysOut,
}

export const notice: NewRecoveryCodeNoticeProps = {
  newRecoveryCode: 'W9QJ3NBX7VGT5KZR2MCH8DPF',
  occasion: 'replaced',
  late: false,
  issuedAt,
  format,
  masked: false,
  site: 'Fernhill',
  account: 'usual@example.com',
  onShown: nothing,
  onCopied: nothing,
  onUnmask: nothing,
}

export const confirmation: SaveConfirmationProps = {
  confirmBy: 'checkbox',
  occasion: 'replaced',
  issuedAt,
  format,
  offers: ['copy', 'download', 'print'],
  evidence: [],
  fileName: englishLabels['file.name'],
  ticked: false,
  ready: false,
  blocked: 'no',
  finishing: 'no',
  onAction: nothing,
  onAsked: nothing,
  onTick: nothing,
  onRetype: nothing,
  onMask: nothing,
  onConfirm: () => false,
}

/** Every callback; each step uses its own. */
export const everyWay = {
  onTryAgain: nothing,
  onStartAgain: nothing,
  ...waysOut,
}

export const message: ChallengeMessageProps = { step: 'unknown', ...everyWay }

/** The surface that the drop-in renders. */
export function onPanel(component: ReactNode, { classNames }: Styling = {}): ReactElement {
  return (
    <div data-rrl-part="root" data-rrl-layout="card" className={classNames?.root}>
      <div data-rrl-part="panel" className={classNames?.panel}>
        {component}
      </div>
    </div>
  )
}

const asked = { action: 'download', result: 'asked', count: 2 } as const
const notCopied = { action: 'copy', result: 'failed', count: 1 } as const

/**
 * The components in states that together show every part, except messages under typed text. For tests of all parts:
 * their names, their classes, and the effect of a host's stylesheet.
 */
export function screens({ classNames, slots, labels }: Styling = {}): Readonly<
  Record<string, ReactNode>
> {
  const styled = {
    ...(classNames && { classNames }),
    ...(slots && { slots }),
    ...(labels && { labels }),
  }
  const prompt = (props: Partial<RecoveryCodeFormProps>) =>
    onPanel(<RecoveryCodeForm {...form} {...props} {...styled} />, styled)
  const capture = (
    noticeProps: Partial<NewRecoveryCodeNoticeProps>,
    props: Partial<SaveConfirmationProps>,
  ) =>
    onPanel(
      <>
        <NewRecoveryCodeNotice {...notice} {...noticeProps} {...styled} />
        <SaveConfirmation {...confirmation} {...props} {...styled} />
      </>,
      styled,
    )
  const words = (props: ChallengeMessageProps) =>
    onPanel(<ChallengeMessage {...everyWay} {...props} {...styled} />, styled)
  return {
    prompt: (
      <RecoveryCodeChallenge
        mfaToken="mfa-token-of-the-screens"
        transport={{ endpoint: '/login/recovery-code' }}
        onComplete={nothing}
        onCodeMissing={nothing}
        {...waysOut}
        {...styled}
      />
    ),
    'new code': capture({}, {}),
    unknown: words({ step: 'unknown' }),
    refused: prompt({ error: new RecoveryCodeError('code-rejected'), concealable: true }),
    limited: prompt({ retryAt: issuedAt + 342_000 }),
    verifying: prompt({ verifying: true, slow: true }),
    deadline: prompt({ expiresAt: issuedAt + 600_000 }),
    asked: capture(
      {},
      { lastAttempt: asked, asking: 'download', evidence: ['copy'], ticked: true, ready: true },
    ),
    'too early': capture(
      { copyFailed: notCopied },
      { lastAttempt: notCopied, blocked: 'too-early' },
    ),
    retype: capture({ masked: true }, { confirmBy: 'retype' }),
    'retyped, right': capture({}, { confirmBy: 'retype', retype: { verdict: 'same' } }),
    waiting: words({ step: 'unknown', open: true }),
    'not found': words({ step: 'unknown', looking: false, onCheckAgain: nothing }),
    held: words({
      step: 'interrupted',
      heldUntil: issuedAt + 600_000,
      onEnterAgain: nothing,
      onContinue: nothing,
    }),
    'signed in': words({ step: 'complete', rotated: false, onContinue: nothing }),
    unavailable: words({ step: 'unavailable', why: 'disabled' }),
    expired: words({ step: 'start-again', reason: 'expired' }),
  }
}

/** All of them on one page. */
export function Screens(styling: Styling): ReactElement {
  return (
    <>
      {Object.entries(screens(styling)).map(([name, screen]) => (
        <main key={name}>{screen}</main>
      ))}
    </>
  )
}
