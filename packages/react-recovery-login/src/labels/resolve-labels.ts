import { fallbackLabels } from './fallback-labels.ts'
import { countedLabels, type Labels, type PartialLabels } from './labels.ts'

const resolved = new WeakMap<PartialLabels, Labels>()

/**
 * A whole dictionary: what is not given is English. The same object for the same texts, so that nothing renders again.
 * If the build left English out (`RECOVERY_LOGIN_ENGLISH`), what is not given is missing.
 */
export function resolveLabels(labels: PartialLabels | undefined): Labels {
  if (labels === undefined) return fallbackLabels
  const whole = resolved.get(labels) ?? withEnglish(labels)
  resolved.set(labels, whole)
  resolved.set(whole, whole)
  return whole
}

/** A mistake in a dictionary must not take down the screen that shows a code once, so its holes and its `locale` are mended. */
function withEnglish(labels: PartialLabels): Labels {
  const given = Object.entries(labels).filter(([key, label]) => isLabel(key, label))
  const whole = { ...fallbackLabels, ...Object.fromEntries(given) }
  return isLanguageTag(whole.locale) ? whole : { ...whole, locale: 'en' }
}

/** React throws on an object in place of a text, so only what `fillLabel` fills may be one. */
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
