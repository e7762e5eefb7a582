import type { Labels } from '../labels/english-labels.ts'
import type { CaptureAction } from './capture-platform.ts'
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
export function saveStatus({ last, evidence }: SaveConfirmationBinding, labels: Labels): string {
  if (last?.result === 'done') return labels[done[last.action]]
  return last === undefined && evidence.includes('copied-by-hand') ? labels['save.selected'] : ''
}

const done = {
  copy: 'save.copiedStatus',
  download: 'save.downloaded',
  print: 'save.printed',
  share: 'save.shared',
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
      return ask('downloadAsk', labels['save.downloadAsk.text'](fileName))
    case 'print': {
      const groups = Math.ceil(format.length / format.groupSize)
      return ask('printAsk', labels['save.printAsk.text'](groups))
    }
    case 'copy':
    case 'share':
      return ask('ask', labels['save.ask.text'])
    case undefined:
      return last?.result === 'failed' ? failure(last.action, labels) : undefined
  }
}

function failure(action: CaptureAction, labels: Labels): SaveAlert {
  switch (action) {
    case 'copy':
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
  return labels['save.copyFailed.keys'](labels[apple ? 'save.keys.command' : 'save.keys.control'])
}
