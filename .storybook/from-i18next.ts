import type { i18n } from 'i18next'
import type { PartialLabels } from 'react-recovery-login'

/** `{{count}}` becomes `{count}`, and the keys `retype.short_one`, `retype.short_other` become one label. */
export function fromI18next(
  { language, getResourceBundle }: i18n,
  namespace: string,
): PartialLabels {
  const labels: Record<string, string | Record<string, string>> = { locale: language }
  for (const [name, text] of Object.entries<string>(getResourceBundle(language, namespace))) {
    const [, key = name, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(name) ?? []
    const label = text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, '{$1}')
    const forms = labels[key]
    if (form === undefined) labels[key] = label
    else labels[key] = { ...(typeof forms === 'object' && forms), [form]: label }
  }
  return labels
}
