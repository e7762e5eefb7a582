import { fallbackLabels } from './fallback-labels.ts'
import { countedLabels, type Labels, type PartialLabels } from './labels.ts'

const resolved = new WeakMap<PartialLabels, Labels>()

/**
 * A complete dictionary: missing texts are English. Returns the same object for the same texts, so that nothing
 * re-renders. If the build left English out (`RECOVERY_LOGIN_ENGLISH`), they stay missing.
 */
export function resolveLabels(labels: PartialLabels | undefined): Labels {
  if (labels === undefined || labels === fallbackLabels) return fallbackLabels
  const complete = resolved.get(labels) ?? withEnglish(labels)
  resolved.set(labels, complete)
  resolved.set(complete, complete)
  return complete
}

/** A mistake in a dictionary must not crash the screen that shows a code once, so gaps and a bad `locale` are fixed. */
function withEnglish(labels: PartialLabels): Labels {
  const valid = Object.entries(labels).filter(([key, label]) => isLabel(key, label))
  const complete = { ...fallbackLabels, ...Object.fromEntries(valid) }
  return isLanguageTag(complete.locale) ? complete : { ...complete, locale: 'en' }
}

/** React throws on an object instead of a text, so only what `fillLabel` fills may be one. */
function isLabel(key: string, label: unknown): boolean {
  return (
    typeof label === 'string' ||
    (countedLabels.some((counted) => counted === key) && Object.hasOwn(Object(label), 'other'))
  )
}

/** `Intl` throws on a malformed tag, such as `de_DE`. */
function isLanguageTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}
