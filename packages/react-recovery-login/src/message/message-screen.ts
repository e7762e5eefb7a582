import type { Labels } from '../labels/labels.ts'

/** A button that continues, if the host gives its callback. */
export interface Way {
  readonly part:
    | 'try-another'
    | 'check-again'
    | 'retry'
    | 'enter-again'
    | 'start-again'
    | 'continue'
  readonly label: string
  readonly go: (() => void) | undefined
}

/** A heading and what it means: a caution, unless its step overrides that. `more` names further leads. */
export function screen(
  labels: Labels,
  name:
    | 'unknown'
    | 'completing'
    | 'completeFailed'
    | 'complete'
    | 'expired'
    | 'another'
    | 'denied'
    | 'notSignedIn'
    | 'interrupted',
  ...more: readonly (
    | 'expired.note'
    | 'another.keep'
    | 'expired.noteUnknown'
    | 'notSignedIn.newCode'
    | 'notSignedIn.noCode'
  )[]
): {
  readonly tone: 'caution'
  readonly icon: 'warning'
  readonly heading: string
  readonly leads: readonly string[]
} {
  return {
    tone: 'caution',
    icon: 'warning',
    heading: labels[`${name}.heading`],
    leads: [labels[`${name}.lead`], ...more.map((label) => labels[label])],
  }
}

/** @param go False or undefined: the way isn't offered. */
export function way(part: Way['part'], label: string, go: Way['go'] | false): Way {
  return { part, label, go: go || undefined }
}
