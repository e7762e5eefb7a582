import type { Labels } from '../labels/english-labels.ts'
import { formatDate } from '../labels/format-date.ts'
import type { CaptureContext } from './capture-options.ts'

/**
 * What a saved file or a shared note says. The code stands on a line of its own, without spaces, so that the prompt
 * and the retype field find it in the whole text.
 */
export function savedText(
  { site, account, date, code }: CaptureContext & { readonly code: string },
  labels: Labels,
): string {
  const head = [
    labels['notice.cardTitle'](site),
    account,
    labels['notice.date'](formatDate(date.getTime(), labels)),
  ].filter((line) => line !== undefined && line !== '')
  return [...head, '', code, '', labels['notice.printNote'], ''].join('\n')
}
