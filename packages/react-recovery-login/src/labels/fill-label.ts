import { fallbackLabels } from './fallback-labels.ts'
import type { FilledLabel, Labels, LabelValues, PluralLabel } from './labels.ts'

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
  const valueOf = new Map<string, unknown>(Object.entries(values))
  return fill(labels, key, valueOf) ?? fill(fallbackLabels, key, valueOf) ?? ''
}

function fill(
  labels: Labels,
  key: FilledLabel,
  values: ReadonlyMap<string, unknown>,
): string | undefined {
  const { plurals, numbers } = formatsOf(labels.locale)
  const text = formOf(labels[key], values.get('count'), plurals)
  if (typeof text !== 'string') return undefined
  let whole = true
  const filled = text.replaceAll(/\{(\w+)\}/g, (_, place: string) => {
    const value = values.get(place)
    whole &&= value !== undefined
    return typeof value === 'number' ? numbers.format(value) : String(value)
  })
  return whole ? filled : undefined
}

function formOf(
  label: string | PluralLabel | undefined,
  count: unknown,
  plurals: Intl.PluralRules,
): string | undefined {
  if (typeof label === 'string' || !label) return label
  const form = plurals.select(Number(count))
  // Its own alone: a script may have put a form on `Object.prototype`.
  return (Object.hasOwn(label, form) ? label[form] : undefined) ?? label.other
}

interface Formats {
  readonly plurals: Intl.PluralRules
  readonly numbers: Intl.NumberFormat
}

const formats = new Map<string, Formats>()

/** Kept, because a count is written at each keystroke. */
function formatsOf(locale: string): Formats {
  let known = formats.get(locale)
  if (known === undefined) formats.set(locale, (known = createFormats(locale)))
  return known
}

function createFormats(locale: string): Formats {
  try {
    return {
      plurals: new Intl.PluralRules(locale),
      numbers: new Intl.NumberFormat(locale, { useGrouping: false }),
    }
  } catch {
    return createFormats('en')
  }
}
