import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import { splitMarkedRun } from '../labels/split-marked-run.ts'
import type { CaptureEvidence } from './may-confirm.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'

/** A question or a failure beside the ways to save. Text in `[…]` is set in bold. */
export interface SaveAlert {
  readonly tone: 'caution' | 'info'
  readonly title: string
  readonly text?: string
  /** Yes and no are to be offered. */
  readonly question: boolean
}

/** What was done, for a polite live region. Empty where there is nothing to say. */
export function saveStatus({ last }: SaveConfirmationBinding, labels: Labels): string {
  return last?.result === 'done' ? labels[done[last.action]] : ''
}

const done = {
  copy: 'save.copiedStatus',
  download: 'save.downloaded',
  print: 'save.printed',
  share: 'save.shared',
  'copied-by-hand': 'save.selected',
} as const

/** What went wrong or is asked. */
export function saveAlert(binding: SaveConfirmationBinding, labels: Labels): SaveAlert | undefined {
  const { asking, last, fileName, format, failed } = binding
  if (failed)
    return {
      tone: 'caution',
      title: labels['completeFailed.heading'],
      text: labels['completeFailed.lead'],
      question: false,
    }
  const ask = (key: 'downloadAsk' | 'printAsk' | 'ask', text: string): SaveAlert => ({
    tone: 'info',
    title: labels[`save.${key}.title`],
    text,
    question: true,
  })
  switch (asking) {
    case 'download':
      return ask('downloadAsk', fillLabel(labels, 'save.downloadAsk.text', { file: fileName }))
    case 'print': {
      const count = Math.ceil(format.length / format.groupSize)
      return ask('printAsk', fillLabel(labels, 'save.printAsk.text', { count }))
    }
    case 'copy':
    case 'share':
      return ask('ask', labels['save.ask.text'])
    case undefined:
      return last?.result === 'failed' ? failure(last.action, labels) : undefined
  }
}

/** The same in one text, without the marks of the bold run. */
export function inWords({ title, text = '' }: SaveAlert): string {
  const { before, marked, after } = splitMarkedRun(text)
  return `${title} ${before}${marked}${after}`
}

function failure(action: CaptureEvidence, labels: Labels): SaveAlert {
  switch (action) {
    case 'copy':
    case 'copied-by-hand':
      return {
        tone: 'caution',
        title: labels['save.copyFailed.title'],
        text: byHand(labels),
        question: false,
      }
    case 'download':
      return { tone: 'caution', title: labels['save.downloadFailed'], question: false }
    case 'print':
      return { tone: 'caution', title: labels['save.printFailed'], question: false }
    case 'share':
      return { tone: 'caution', title: labels['save.shareFailed'], question: false }
  }
}

/** How this reader copies what is selected: by touch, or with the keys of their platform. */
function byHand(labels: Labels): string {
  if (globalThis.matchMedia?.('(pointer: coarse)').matches) return labels['save.copyFailed.touch']
  const apple = /Mac|iP(?:hone|ad|od)/.test(globalThis.navigator?.platform ?? '')
  const keys = labels[apple ? 'save.keys.command' : 'save.keys.control']
  return fillLabel(labels, 'save.copyFailed.keys', { keys })
}
