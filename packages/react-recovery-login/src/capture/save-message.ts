import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import { splitMarkedRun } from '../labels/split-marked-run.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { saveWords } from './save-words.ts'

/** A question or a failure, shown with the ways to save. Text in `[…]` is bold. */
export interface SaveAlert {
  readonly tone: 'caution' | 'info'
  readonly title: string
  readonly text?: string
  /** Needs a yes and a no button. */
  readonly question: boolean
}

/** What was done, for a polite live region. Empty if there is nothing to say. */
export function saveStatus({ lastAttempt }: SaveConfirmationBinding, labels: Labels): string {
  return lastAttempt?.result === 'done' ? labels[saveWords[lastAttempt.action].status] : ''
}

/** What failed or is asked. */
export function saveAlert(binding: SaveConfirmationBinding, labels: Labels): SaveAlert | undefined {
  const { asking, lastAttempt, finishing, fileName, format } = binding
  if (finishing === 'failed')
    return {
      tone: 'caution',
      title: labels['completeFailed.heading'],
      text: labels['completeFailed.lead'],
      question: false,
    }
  if (asking !== undefined) {
    const { question } = saveWords[asking]
    const count = Math.ceil(format.length / format.groupSize)
    const texts: Readonly<Record<typeof question, string>> = {
      'save.downloadAsk': fillLabel(labels, 'save.downloadAsk.text', { file: fileName }),
      'save.printAsk': fillLabel(labels, 'save.printAsk.text', { count }),
      'save.ask': labels['save.ask.text'],
    }
    return {
      tone: 'info',
      title: labels[`${question}.title`],
      text: texts[question],
      question: true,
    }
  }
  if (lastAttempt?.result !== 'failed') return undefined
  const { failed } = saveWords[lastAttempt.action]
  return {
    tone: 'caution',
    title: labels[failed],
    ...(failed === 'save.copyFailed.title' && { text: byHand(labels) }),
    question: false,
  }
}

/** The alert as one text, without the bold markers. */
export function inWords({ title, text = '' }: SaveAlert): string {
  const { before, marked, after } = splitMarkedRun(text)
  return `${title} ${before}${marked}${after}`
}

/** How to copy the selection on this device: by touch, or with the platform's keys. */
function byHand(labels: Labels): string {
  if (globalThis.matchMedia?.('(pointer: coarse)').matches) return labels['save.copyFailed.touch']
  const apple = /Mac|iP(?:hone|ad|od)/.test(globalThis.navigator?.platform ?? '')
  const keys = labels[apple ? 'save.keys.command' : 'save.keys.control']
  return fillLabel(labels, 'save.copyFailed.keys', { keys })
}
