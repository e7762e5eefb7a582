import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import { formatDate } from '../labels/format-date.ts'
import type { CaptureContext } from './capture-options.ts'

/** Characters of a name: the reader of the file takes its first 20,000, and the code comes after two names. */
const LONGEST_NAME = 300

/**
 * What a saved file or a shared note says. The code stands on a line of its own, without spaces, and no name can look
 * like it: so the prompt and the retype field find it in the whole text.
 */
export function savedText(
  { site, account, date, code }: CaptureContext & { readonly code: string },
  labels: Labels,
): string {
  const owner = site && inOneLine(site)
  const name = account && inOneLine(account)
  const head = [
    owner
      ? fillLabel(labels, 'notice.cardTitle.site', { site: owner })
      : labels['notice.cardTitle'],
    name && fillLabel(labels, 'file.account', { account: name }),
    fillLabel(labels, 'notice.date', { date: formatDate(date.getTime(), labels) }),
  ].filter(Boolean)
  return [...head, '', code, '', labels['notice.printNote'], ''].join('\n')
}

/**
 * Without line breaks, controls, marks of writing direction and what has no width. Half a surrogate pair would become
 * U+FFFD in the file, by which a picture or a document is known.
 */
function inOneLine(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\uFFFD]/gu, '')
    .trim()
}
