import { fallbackLabels } from './fallback-labels.ts'
import type { FilledLabel, Labels, LabelValues } from './labels.ts'
import { resolveLabels } from './resolve-labels.ts'

/**
 * A label with its places filled, in the plural form for `count`.
 *
 * @returns The English text if the dictionary has none, or one with an unknown place. Never throws, since a mistake in
 * a dictionary must not crash the screen that shows a code once.
 */
export function fillLabel<Key extends FilledLabel>(
  labels: Labels,
  key: Key,
  values: LabelValues<Key>,
): string {
  const fill = (dictionary: Labels): string | undefined => {
    const { plurals, numbers } = formatsOf(dictionary.locale)
    const valueOf = new Map<string, unknown>(Object.entries(values))
    const label: Labels[FilledLabel] = dictionary[key]
    const form = plurals.select(Number(valueOf.get('count')))
    // Own members only: a script may have put a form on `Object.prototype`.
    const text =
      typeof label === 'object' ? (Object.hasOwn(label, form) && label[form]) || label.other : label
    if (typeof text !== 'string') return undefined
    let complete = true
    const filled = text.replaceAll(/\{(\w+)\}/g, (_, place: string) => {
      const value = valueOf.get(place)
      complete &&= value !== undefined
      return typeof value === 'number' ? numbers.format(value) : String(value)
    })
    return complete ? filled : undefined
  }
  return fill(resolveLabels(labels)) ?? fill(fallbackLabels) ?? ''
}

interface Formats {
  readonly plurals: Intl.PluralRules
  readonly numbers: Intl.NumberFormat
}

/** Cached, because each keystroke writes a count. */
const formats = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  const cached = formats.get(locale) ?? {
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale, { useGrouping: false }),
  }
  formats.set(locale, cached)
  return cached
}
