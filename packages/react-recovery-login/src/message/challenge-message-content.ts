import { fillLabel } from '../labels/fill-label.ts'
import { formatTime } from '../labels/format-date.ts'
import type { Labels } from '../labels/labels.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type {
  ChallengeMessageBinding,
  InterruptedMessage,
  StartAgainMessage,
  UnavailableMessage,
} from './challenge-message-binding.ts'
import { screen, way, type Way } from './message-screen.ts'

/** The content of a text-only step. Text in `[…]` is bold. */
export interface ChallengeMessageContent {
  /** The step, or how it ended: for styles. */
  readonly state:
    | ChallengeMessageBinding['step']
    | 'complete-failed'
    | NonNullable<StartAgainMessage['reason']>
  readonly tone: 'neutral' | 'caution' | 'success'
  readonly icon: 'key' | 'warning' | 'clock' | 'check' | 'spinner'
  readonly heading: string
  readonly leads: readonly string[]
  /** What to do, in this order if `ordered`. */
  readonly steps?: readonly string[]
  readonly ordered?: boolean
  /** What is still in progress. */
  readonly waiting?: string
  readonly alert?: { readonly title: string; readonly text: string }
  /** The buttons that continue. */
  readonly ways?: readonly Way[]
}

/** The words of a step, for `ChallengeMessage` and for markup of your own. */
export function challengeMessageContent(message: ChallengeMessageBinding): ChallengeMessageContent {
  const labels = resolveLabels(message.labels)
  switch (message.step) {
    case 'unknown': {
      const { open, looking } = message
      return {
        ...screen(labels, 'unknown'),
        state: 'unknown',
        ...(message.error?.code === 'server-error' && { leads: [labels['unknown.serviceDown']] }),
        steps: [labels['unknown.step1'], labels['unknown.step2']],
        ordered: true,
        ...((open || looking) && {
          waiting: labels[looking ? 'unknown.looking' : 'unknown.waiting'],
        }),
        ways: [
          way('check-again', labels['unknown.check'], looking === false && message.onCheckAgain),
          way('retry', labels['unknown.retry'], !open && !looking && message.onTryAgain),
        ],
      }
    }
    case 'completing':
      return message.finishing === 'failed'
        ? {
            ...screen(labels, 'completeFailed'),
            state: 'complete-failed',
            ways: [way('retry', labels['completeFailed.action'], message.onTryAgain)],
          }
        : { ...screen(labels, 'completing'), state: 'completing', tone: 'neutral', icon: 'spinner' }
    case 'complete':
      return {
        ...screen(labels, 'complete'),
        state: 'complete',
        tone: 'success',
        icon: 'check',
        ways: [way('continue', labels['complete.action'], message.onContinue)],
        ...(message.rotated === false && {
          leads: [],
          alert: { title: labels['complete.noNewCode'], text: labels['complete.noNewCodeText'] },
        }),
      }
    case 'start-again':
      return startAgain(message, labels)
    case 'unavailable':
      return unavailable(message, labels)
    case 'interrupted':
      return interrupted(message, labels)
  }
}

function startAgain(message: StartAgainMessage, labels: Labels): ChallengeMessageContent {
  const { reason = 'expired', codeMayBeSpent, hasNext = true, onStartAgain } = message
  const action = reason === 'another-factor' && hasNext ? 'another.action' : 'expired.action'
  const screens = {
    expired: {
      ...screen(labels, 'expired', codeMayBeSpent ? 'expired.noteUnknown' : 'expired.note'),
      icon: 'clock',
    },
    'another-factor': {
      ...screen(labels, 'another', 'another.keep'),
      tone: 'neutral',
      icon: 'key',
    },
    denied: screen(labels, 'denied'),
    'not-signed-in': screen(
      labels,
      'notSignedIn',
      codeMayBeSpent ? 'notSignedIn.noCode' : 'notSignedIn.newCode',
    ),
  } as const
  return {
    ...screens[reason],
    state: reason,
    ways: [way('start-again', labels[action], onStartAgain)],
  }
}

function unavailable(message: UnavailableMessage, labels: Labels): ChallengeMessageContent {
  const { why = 'misconfigured', error, site, onTryAnotherMethod } = message
  const reasons: Readonly<Record<typeof why, string>> = {
    'no-code': labels['unavailable.noCode'],
    duo: labels['unavailable.duo'],
    'google-authenticator': labels['unavailable.googleAuthenticator'],
    disabled:
      site === undefined
        ? labels['unavailable.disabled']
        : fillLabel(labels, 'unavailable.disabled.site', { site }),
    misconfigured: labels['unavailable.misconfigured'],
  }
  return {
    state: 'unavailable',
    tone: 'caution',
    icon: 'key',
    heading: labels[why === 'misconfigured' ? 'misconfigured.heading' : 'unavailable.heading'],
    leads: [
      reasons[why],
      // A request the handler refused was never sent on.
      ...(error?.reason === undefined ? [] : [labels['misconfigured.notSent']]),
      labels['unavailable.next'],
    ],
    ways: [way('try-another', labels['form.tryAnother'], onTryAnotherMethod)],
  }
}

function interrupted(message: InterruptedMessage, labels: Labels): ChallengeMessageContent {
  const { signedIn, heldUntil, onEnterAgain, onStartAgain, onContinue } = message
  const plain = { ...screen(labels, 'interrupted'), state: 'interrupted' } as const
  const on = signedIn
    ? way('continue', labels['complete.action'], onContinue)
    : way('start-again', labels['interrupted.action'], onStartAgain)
  const copied = labels['interrupted.step1']
  if (heldUntil !== undefined)
    return {
      ...plain,
      leads: [fillLabel(labels, 'held.lead', { time: formatTime(heldUntil, labels) })],
      steps: [copied, labels['interrupted.step2']],
      ways: [way('enter-again', labels['held.action'], onEnterAgain), on],
    }
  if (signedIn)
    return {
      ...plain,
      leads: [labels['interrupted.signedIn.lead']],
      steps: [copied, labels['interrupted.signedIn.step2']],
      ways: [on],
    }
  return {
    ...plain,
    steps: [copied, labels['interrupted.step2'], labels['interrupted.step3']],
    ways: [on],
  }
}
