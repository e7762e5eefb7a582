import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import { formatDate } from '../labels/format-date.ts'
import type { CaptureContext } from './capture-options.ts'

/** Characters per name: the file reader takes the first 20,000, and the code comes after two names. */
const LONGEST_NAME = 300

/**
 * The text of a saved file or a shared note. The code is on its own line, without spaces, and no name can look like it,
 * so the prompt and the retype field find it in the whole text.
 */
export function savedText(
  { site, account, date, code }: CaptureContext & { readonly code: string },
  labels: Labels,
): string {
  const siteName = site && inOneLine(site)
  const accountName = account && inOneLine(account)
  const head = [
    siteName
      ? fillLabel(labels, 'notice.cardTitle.site', { site: siteName })
      : labels['notice.cardTitle'],
    accountName && fillLabel(labels, 'file.account', { account: accountName }),
    fillLabel(labels, 'notice.date', { date: formatDate(date.getTime(), labels) }),
  ].filter(Boolean)
  return [...head, '', code, '', labels['notice.printNote'], ''].join('\n')
}

/**
 * Without line breaks, control characters, bidi marks and zero-width characters. Half a surrogate pair would become
 * U+FFFD in the file, which is how a picture or a document is detected.
 */
function inOneLine(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\uFFFD]/gu, '')
    .trim()
}
