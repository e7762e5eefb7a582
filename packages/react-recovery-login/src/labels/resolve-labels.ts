import { englishLabels, type Labels, type PartialLabels } from './english-labels.ts'

const resolved = new WeakMap<PartialLabels, Labels>()

/** A whole dictionary: what is not given is English. The same object for the same texts, so that nothing renders anew. */
export function resolveLabels(labels: PartialLabels | undefined): Labels {
  if (labels === undefined) return englishLabels
  const known = resolved.get(labels)
  if (known !== undefined) return known
  const whole = withEnglish(labels)
  resolved.set(labels, whole)
  return whole
}

/** A mistake in a dictionary must not take down the screen that shows a code once, so its holes and its `locale` are mended. */
function withEnglish(labels: PartialLabels): Labels {
  const given = Object.entries(labels).filter(([, label]) => label !== undefined)
  const whole = { ...englishLabels, ...Object.fromEntries(given) }
  return isLanguageTag(whole.locale) ? whole : { ...whole, locale: englishLabels.locale }
}

/** `de_DE` is none, and `Intl` throws at it. */
function isLanguageTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}
