import type { Labels } from '../labels/labels.ts'
import type { CaptureEvidence } from './capture-actions.ts'

/** The labels that are plain strings. */
type TextLabel = {
  [Label in keyof Labels]: Labels[Label] extends string ? Label : never
}[keyof Labels]

interface SaveWords {
  /** On the button, once done. */
  readonly done: TextLabel
  /** Announced, once done. */
  readonly status: TextLabel
  readonly failed: TextLabel
  /** Asks whether it is there. */
  readonly question: 'save.downloadAsk' | 'save.printAsk' | 'save.ask'
}

/** The labels of each way to save the code. */
export const saveWords: Readonly<Record<CaptureEvidence, SaveWords>> = {
  copy: {
    done: 'save.copied',
    status: 'save.copiedStatus',
    failed: 'save.copyFailed.title',
    question: 'save.ask',
  },
  download: {
    done: 'save.downloaded',
    status: 'save.downloaded',
    failed: 'save.downloadFailed',
    question: 'save.downloadAsk',
  },
  print: {
    done: 'save.printed',
    status: 'save.printed',
    failed: 'save.printFailed',
    question: 'save.printAsk',
  },
  share: {
    done: 'save.shared',
    status: 'save.shared',
    failed: 'save.shareFailed',
    question: 'save.ask',
  },
  'copied-by-hand': {
    done: 'save.selected',
    status: 'save.selected',
    failed: 'save.copyFailed.title',
    question: 'save.ask',
  },
}
