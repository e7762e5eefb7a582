import type { Labels } from '../labels/english-labels.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type {
  ChallengeMessageBinding,
  CompletingMessage,
  InterruptedMessage,
  StartAgainMessage,
  UnavailableMessage,
} from './challenge-message-binding.ts'

/** A button that leads on, if the host gives its callback. */
export interface Way {
  readonly part: 'try-another' | 'retry' | 'start-again' | 'continue'
  readonly label: string
  readonly go: (() => void) | undefined
}

/** What a step that is only words says. Text in `[…]` is set in bold. */
export interface ChallengeMessageContent {
  /** The step, or what became of it: for styles. */
  readonly state:
    | ChallengeMessageBinding['step']
    | 'complete-failed'
    | NonNullable<StartAgainMessage['reason']>
  readonly tone: 'neutral' | 'caution' | 'success'
  readonly icon: 'key' | 'warning' | 'clock' | 'check' | 'spinner'
  readonly heading: string
  readonly leads: readonly string[]
  /** What to do; in this order if `ordered`. */
  readonly steps?: readonly string[]
  readonly ordered?: boolean
  /** Something is still under way. */
  readonly waiting?: string
  readonly alert?: { readonly title: string; readonly text: string }
  /** The ways on. */
  readonly ways?: readonly Way[]
}

/** What is a caution unless its step says otherwise. */
const caution = { tone: 'caution', icon: 'warning' } as const

/** The words of a step, for `ChallengeMessage` and for markup of your own. */
export function challengeMessageContent(message: ChallengeMessageBinding): ChallengeMessageContent {
  const labels = resolveLabels(message.labels)
  switch (message.step) {
    case 'unknown': {
      const isDown = message.error?.code === 'server-error'
      return {
        ...caution,
        state: 'unknown',
        heading: labels['unknown.heading'],
        leads: [labels[isDown ? 'unknown.serviceDown' : 'unknown.lead']],
        steps: [labels['unknown.step1'], labels['unknown.step2']],
        ordered: true,
        ...(message.open
          ? { waiting: labels['unknown.waiting'] }
          : { ways: [{ part: 'retry', label: labels['unknown.retry'], go: message.onTryAgain }] }),
      }
    }
    case 'completing':
      return completing(message, labels)
    case 'complete':
      return {
        state: 'complete',
        tone: 'success',
        icon: 'check',
        heading: labels['complete.heading'],
        ways: [{ part: 'continue', label: labels['complete.action'], go: message.onContinue }],
        ...((message.rotated ?? true)
          ? { leads: [labels['complete.lead']] }
          : {
              leads: [],
              alert: {
                title: labels['complete.noNewCode'],
                text: labels['complete.noNewCodeText'],
              },
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

function completing({ finishing, onTryAgain }: CompletingMessage, labels: Labels) {
  return finishing === 'failed'
    ? ({
        ...caution,
        state: 'complete-failed',
        heading: labels['completeFailed.heading'],
        leads: [labels['completeFailed.lead']],
        ways: [{ part: 'retry', label: labels['completeFailed.action'], go: onTryAgain }],
      } as const)
    : ({
        state: 'completing',
        tone: 'neutral',
        icon: 'spinner',
        heading: labels['completing.heading'],
        leads: [labels['completing.lead']],
      } as const)
}

function startAgain(message: StartAgainMessage, labels: Labels): ChallengeMessageContent {
  const { reason = 'expired', codeMayBeSpent, hasNext = true, onStartAgain } = message
  const wayOn = (key: 'expired.action' | 'another.action') =>
    [{ part: 'start-again', label: labels[key], go: onStartAgain }] as const
  const plain = { ...caution, state: reason, ways: wayOn('expired.action') }
  switch (reason) {
    case 'expired': {
      const note = codeMayBeSpent ? 'expired.noteUnknown' : 'expired.note'
      return {
        ...plain,
        icon: 'clock',
        heading: labels['expired.heading'],
        leads: [labels['expired.lead'], labels[note]],
      }
    }
    case 'another-factor':
      return {
        ...plain,
        tone: 'neutral',
        icon: 'key',
        heading: labels['another.heading'],
        leads: [labels['another.lead'], labels['another.keep']],
        ways: wayOn(hasNext ? 'another.action' : 'expired.action'),
      }
    case 'denied':
      return { ...plain, heading: labels['denied.heading'], leads: [labels['denied.lead']] }
    case 'not-signed-in': {
      const code = codeMayBeSpent ? 'notSignedIn.noCode' : 'notSignedIn.newCode'
      return {
        ...plain,
        heading: labels['notSignedIn.heading'],
        leads: [labels['notSignedIn.lead'], labels[code]],
      }
    }
  }
}

function unavailable(message: UnavailableMessage, labels: Labels): ChallengeMessageContent {
  const { why = 'misconfigured', error, onTryAnotherMethod } = message
  const heading = why === 'misconfigured' ? 'misconfigured.heading' : 'unavailable.heading'
  return {
    state: 'unavailable',
    tone: 'caution',
    icon: 'key',
    heading: labels[heading],
    leads: [
      whyUnavailable(why, message, labels),
      // What the handler refused it has not sent on.
      ...(error?.reason === undefined ? [] : [labels['misconfigured.notSent']]),
      labels['unavailable.next'],
    ],
    ways: [{ part: 'try-another', label: labels['form.tryAnother'], go: onTryAnotherMethod }],
  }
}

function whyUnavailable(
  why: NonNullable<UnavailableMessage['why']>,
  { site }: UnavailableMessage,
  labels: Labels,
): string {
  switch (why) {
    case 'no-code':
      return labels['unavailable.noCode']
    case 'duo':
      return labels['unavailable.duo']
    case 'google-authenticator':
      return labels['unavailable.googleAuthenticator']
    case 'disabled':
      return labels['unavailable.disabled'](site)
    case 'misconfigured':
      return labels['unavailable.misconfigured']
  }
}

function interrupted(
  { signedIn, onStartAgain, onContinue }: InterruptedMessage,
  labels: Labels,
): ChallengeMessageContent {
  const plain = {
    ...caution,
    state: 'interrupted',
    heading: labels['interrupted.heading'],
  } as const
  return signedIn
    ? {
        ...plain,
        leads: [labels['interrupted.signedIn.lead']],
        steps: [labels['interrupted.step1'], labels['interrupted.signedIn.step2']],
        ways: [{ part: 'continue', label: labels['complete.action'], go: onContinue }],
      }
    : {
        ...plain,
        leads: [labels['interrupted.lead']],
        steps: [
          labels['interrupted.step1'],
          labels['interrupted.step2'],
          labels['interrupted.step3'],
        ],
        ways: [{ part: 'start-again', label: labels['interrupted.action'], go: onStartAgain }],
      }
}
