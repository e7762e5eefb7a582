import type { IntlShape, MessageFormatElement } from 'react-intl'
import type { PartialLabels } from 'react-recovery-login'

/** The messages are parsed by react-intl, and `#` becomes `{count}` again. */
export function fromReactIntl({ locale, messages, formatters }: IntlShape): PartialLabels {
  const labels = Object.entries(messages).map(([key, message]) => {
    const parts =
      typeof message === 'string' ? formatters.getMessageFormat(message, locale).getAst() : message
    return [key, toLabel(parts)]
  })
  return { locale, ...Object.fromEntries(labels) }
}

function toLabel(parts: readonly MessageFormatElement[]): string | Record<string, string> {
  const [plural] = parts
  if (plural === undefined || !('options' in plural)) return parts.map(toText).join('')
  const forms = Object.entries(plural.options)
  return Object.fromEntries(forms.map(([form, { value }]) => [form, value.map(toText).join('')]))
}

function toText(part: MessageFormatElement): string {
  if (!('value' in part)) return '{count}'
  return part.type === 0 ? part.value : `{${part.value}}`
}
