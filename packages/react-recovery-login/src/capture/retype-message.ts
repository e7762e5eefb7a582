import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import type { RetypeResult } from './compare-recovery-code.ts'

export interface RetypeMessage {
  readonly tone: 'danger' | 'success'
  readonly text: string
}

/**
 * How the retyped code compares, as a text. A match shows at once, a mismatch when the person is done.
 *
 * @param typing The person is still typing.
 */
export function retypeMessage(
  retype: RetypeResult | undefined,
  typing: boolean,
  labels: Labels,
): RetypeMessage | undefined {
  if (retype?.verdict === 'same') return { tone: 'success', text: labels['retype.match'] }
  if (retype === undefined || typing) return undefined
  switch (retype.verdict) {
    case 'old-code':
      return { tone: 'danger', text: labels['retype.oldCode'] }
    case 'unreadable':
      return { tone: 'danger', text: labels['retype.unreadable'] }
    case 'too-short':
      return { tone: 'danger', text: fillLabel(labels, 'retype.short', { count: retype.missing }) }
    case 'different':
      return { tone: 'danger', text: fillLabel(labels, 'retype.mismatch', { group: retype.group }) }
  }
}
