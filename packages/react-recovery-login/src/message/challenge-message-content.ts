import { fillLabel } from '../labels/fill-label.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { Labels } from '../labels/labels.ts'
import type { ChallengeMessageBinding } from './challenge-message-binding.ts'

/** What a step that is only words says. Text in `[…]` is set in bold. */
export interface ChallengeMessageContent {
  /** The step, or what became of it: for styles. */
  readonly state:
    | ChallengeMessageBinding['step']
    | 'complete-failed'
    | NonNullable<ChallengeMessageBinding['reason']>
  readonly tone: 'neutral' | 'caution' | 'success'
  readonly icon: 'key' | 'warning' | 'clock' | 'check' | 'spinner'
  readonly heading: string
  readonly leads: readonly string[]
  /** What to do, in this order where `ordered`. */
  readonly steps: readonly string[]
  readonly ordered: boolean
  /** Something is still under way. */
  readonly waiting?: string
  readonly alert?: { readonly title: string; readonly text: string }
  /** The label of each way on that this step has; it is offered where the host gives the callback. */
  readonly tryAgain?: string
  readonly startAgain?: string
}

/** The words of a step, for `ChallengeMessage` and for markup of your own. */
export function challengeMessageContent(binding: ChallengeMessageBinding): ChallengeMessageContent {
  const labels = resolveLabels(binding.labels)
  const plain = { state: binding.step, steps: [], ordered: false, leads: [] }
  switch (binding.step) {
    case 'unknown':
      return {
        ...plain,
        tone: 'caution',
        icon: 'warning',
        heading: labels['unknown.heading'],
        leads: [
          labels[binding.error?.code === 'server-error' ? 'unknown.serviceDown' : 'unknown.lead'],
        ],
        steps: [labels['unknown.step1'], labels['unknown.step2']],
        ordered: true,
        ...(binding.open
          ? { waiting: labels['unknown.waiting'] }
          : { tryAgain: labels['unknown.retry'] }),
      }
    case 'completing':
      return binding.failed
        ? {
            ...plain,
            state: 'complete-failed',
            tone: 'caution',
            icon: 'warning',
            heading: labels['completeFailed.heading'],
            leads: [labels['completeFailed.lead']],
            tryAgain: labels['completeFailed.action'],
          }
        : {
            ...plain,
            tone: 'neutral',
            icon: 'spinner',
            heading: labels['completing.heading'],
            leads: [labels['completing.lead']],
          }
    case 'complete':
      return {
        ...plain,
        tone: 'success',
        icon: 'check',
        heading: labels['complete.heading'],
        ...((binding.rotated ?? true)
          ? { leads: [labels['complete.lead']] }
          : {
              alert: {
                title: labels['complete.noNewCode'],
                text: labels['complete.noNewCodeText'],
              },
            }),
      }
    case 'start-again':
      return startAgain(binding, labels)
    case 'unavailable':
      return {
        ...plain,
        tone: 'caution',
        icon: 'key',
        heading: labels[isMisconfigured(binding) ? 'misconfigured.heading' : 'unavailable.heading'],
        leads: [
          unavailable(binding, labels),
          // What the handler refused it has not sent on.
          ...(binding.error?.reason === undefined ? [] : [labels['misconfigured.notSent']]),
          labels['unavailable.next'],
        ],
      }
    case 'interrupted':
      return {
        ...plain,
        tone: 'caution',
        icon: 'warning',
        heading: labels['interrupted.heading'],
        ...(binding.signedIn
          ? {
              leads: [labels['interrupted.signedIn.lead']],
              steps: [labels['interrupted.step1'], labels['interrupted.signedIn.step2']],
            }
          : {
              leads: [labels['interrupted.lead']],
              steps: [
                labels['interrupted.step1'],
                labels['interrupted.step2'],
                labels['interrupted.step3'],
              ],
              startAgain: labels['interrupted.action'],
            }),
      }
  }
}

function startAgain(
  { reason = 'expired', codeMayBeSpent, hasNext = true }: ChallengeMessageBinding,
  labels: Labels,
): ChallengeMessageContent {
  const plain = { state: reason, steps: [], ordered: false, startAgain: labels['expired.action'] }
  switch (reason) {
    case 'expired':
      return {
        ...plain,
        tone: 'caution',
        icon: 'clock',
        heading: labels['expired.heading'],
        leads: [
          labels['expired.lead'],
          labels[codeMayBeSpent ? 'expired.noteUnknown' : 'expired.note'],
        ],
      }
    case 'another-factor':
      return {
        ...plain,
        tone: 'neutral',
        icon: 'key',
        heading: labels['another.heading'],
        leads: [labels['another.lead'], labels['another.keep']],
        startAgain: labels[hasNext ? 'another.action' : 'expired.action'],
      }
    case 'denied':
      return {
        ...plain,
        tone: 'caution',
        icon: 'warning',
        heading: labels['denied.heading'],
        leads: [labels['denied.lead']],
      }
    case 'not-signed-in':
      return {
        ...plain,
        tone: 'caution',
        icon: 'warning',
        heading: labels['notSignedIn.heading'],
        leads: [
          labels['notSignedIn.lead'],
          labels[codeMayBeSpent ? 'notSignedIn.noCode' : 'notSignedIn.newCode'],
        ],
      }
  }
}

function isMisconfigured({ why }: ChallengeMessageBinding): boolean {
  return why === undefined || why === 'misconfigured'
}

function unavailable({ why, site }: ChallengeMessageBinding, labels: Labels): string {
  switch (why) {
    case 'no-code':
      return labels['unavailable.noCode']
    case 'duo':
      return labels['unavailable.duo']
    case 'google-authenticator':
      return labels['unavailable.googleAuthenticator']
    case 'disabled':
      return site === undefined
        ? labels['unavailable.disabled']
        : fillLabel(labels, 'unavailable.disabled.site', { site })
    case 'misconfigured':
    case undefined:
      return labels['unavailable.misconfigured']
  }
}
