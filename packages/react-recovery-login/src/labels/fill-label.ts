import { fallbackLabels } from './fallback-labels.ts'
import type { FilledLabel, Labels, LabelValues } from './labels.ts'
import { resolveLabels } from './resolve-labels.ts'

/**
 * A label with its places filled, in the plural form that `count` asks for.
 *
 * @returns The English text if the dictionary has none, or one with a place that nothing fills. It never throws, since a
 * mistake in a dictionary must not take down the screen that shows a code once.
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
    // Its own form alone: a script may have put one on `Object.prototype`.
    const text =
      typeof label === 'object' ? (Object.hasOwn(label, form) && label[form]) || label.other : label
    let whole = typeof text === 'string'
    const filled = String(text).replaceAll(/\{(\w+)\}/g, (_, place: string) => {
      const value = valueOf.get(place)
      whole &&= value !== undefined
      return typeof value === 'number' ? numbers.format(value) : String(value)
    })
    return whole ? filled : undefined
  }
  return fill(resolveLabels(labels)) ?? fill(fallbackLabels) ?? ''
}

interface Formats {
  readonly plurals: Intl.PluralRules
  readonly numbers: Intl.NumberFormat
}

/** Kept, because a count is written at each keystroke. */
const formats = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  const known = formats.get(locale) ?? {
    plurals: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale, { useGrouping: false }),
  }
  formats.set(locale, known)
  return known
}
