import { englishLabels, type Labels, type PartialLabels } from './english-labels.ts'

const resolved = new WeakMap<PartialLabels, Labels>()

/** A whole dictionary: what is not given is English. The same object for the same texts, so that nothing renders anew. */
export function resolveLabels(labels: PartialLabels | undefined): Labels {
  if (labels === undefined) return englishLabels
  const known = resolved.get(labels)
  if (known !== undefined) return known
  const whole = { ...englishLabels, ...labels }
  resolved.set(labels, whole)
  return whole
}
