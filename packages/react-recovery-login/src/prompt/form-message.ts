import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import type { RecoveryCodeInspection } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'

/** Why a submit was held back, or a dropped file rejected; nothing was sent. */
export type HeldBack = Omit<RecoveryCodeInspection, 'code'> | 'offline' | 'unreadable'

/** The message under the field, in the person's words. */
export interface FormMessage {
  readonly tone: 'danger' | 'caution' | 'info'
  readonly title: string
  readonly text?: string
  /** What the message offers to do. */
  readonly action?: 'send-anyway' | 'use-app'
  /** Whether it shows the countdown. */
  readonly countdown?: boolean
}

/**
 * One message at a time. A submit held back comes first, since it is about the field's current text; the server's error
 * is chosen by its `code`, never by its text.
 */
export function formMessage(
  binding: RecoveryCodeFormBinding,
  heldBack: HeldBack | undefined,
  labels: Labels,
): FormMessage | undefined {
  if (binding.verifying) return binding.slow ? say('info', 'slow', labels) : undefined
  if (heldBack !== undefined) return heldBackMessage(heldBack, binding, labels)
  if (binding.retryAt !== undefined)
    return { ...say('caution', 'limited', labels), countdown: true }
  if (binding.error?.code === 'rate-limited')
    return { tone: 'info', title: labels['form.limited.ready'] }
  if (binding.error === undefined) return undefined
  if (binding.afterUnknown) return say('caution', 'rejectedAgain', labels)
  return binding.maybeLocked
    ? say('caution', 'maybeLocked', labels)
    : say('danger', 'rejected', labels)
}

function heldBackMessage(
  heldBack: HeldBack,
  { format, onTryAnotherMethod }: RecoveryCodeFormBinding,
  labels: Labels,
): FormMessage {
  // `navigator.onLine` can be wrong.
  if (heldBack === 'offline') return { ...say('caution', heldBack, labels), action: 'send-anyway' }
  if (heldBack === 'unreadable') return say('caution', heldBack, labels)
  switch (heldBack.verdict) {
    case 'empty':
      return { tone: 'danger', title: labels['form.empty'] }
    case 'one-time-code':
      return {
        tone: 'info',
        title: labels['form.appCode.title'],
        text: fillLabel(labels, 'form.appCode.text', { count: format.length }),
        ...(onTryAnotherMethod && { action: 'use-app' }),
      }
    case 'too-short':
    case 'too-long':
      return {
        tone: 'caution',
        title: fillLabel(labels, 'form.length.title', {
          count: heldBack.characters,
          length: format.length,
        }),
        text: labels[heldBack.verdict === 'too-long' ? 'form.long.text' : 'form.length.text'],
        action: 'send-anyway',
      }
    case 'complete':
      return {
        tone: 'caution',
        title: labels['form.lookAlike.title'],
        text: fillLabel(labels, 'form.lookAlike.text', { characters: neverUsed(format, labels) }),
        action: 'send-anyway',
      }
  }
}

function say(
  tone: FormMessage['tone'],
  key: 'rejected' | 'rejectedAgain' | 'maybeLocked' | 'limited' | 'slow' | 'offline' | 'unreadable',
  labels: Labels,
): FormMessage {
  return { tone, title: labels[`form.${key}.title`], text: labels[`form.${key}.text`] }
}

/** The look-alikes this issuer never uses, as a list: it reveals nothing that was typed. */
function neverUsed({ alphabet }: RecoveryCodeFormat, { locale }: Labels): string {
  const never = [...'01ILO'].filter((character) => !alphabet.includes(character))
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(never)
}
