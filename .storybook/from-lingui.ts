import type { I18n } from '@lingui/core'
import type { PartialLabels } from 'react-recovery-login'

type Token = string | readonly unknown[]

/** What `lingui compile` made of a catalogue: a list of texts and of places, `['count', 'plural', forms]` among them. */
export function fromLingui({ locale, messages }: I18n): PartialLabels {
  const labels = Object.entries(messages).map(([key, message]) => [key, toLabel(message)])
  return { locale, ...Object.fromEntries(labels) }
}

function toLabel(tokens: string | readonly Token[]): string | Record<string, string> {
  if (typeof tokens === 'string') return tokens
  const [first] = tokens
  const forms = typeof first === 'object' ? first[2] : undefined
  if (typeof forms !== 'object' || forms === null) return tokens.map(toText).join('')
  return Object.fromEntries(
    Object.entries<readonly Token[]>({ ...forms }).map(([form, text]) => [
      form,
      text.map(toText).join(''),
    ]),
  )
}

function toText(token: Token): string {
  if (typeof token === 'string') return token === '#' ? '{count}' : token
  return `{${String(token[0])}}`
}
