const wrapper = /^@layer rrl \{\n([\s\S]*)^\}\n$/m
/** Where a selector of a rule on a part begins. `data-rrl-scheme` may stand on an element of the host. */
const onPart = /^( *):where\((?=\s*(?::is\(\s*)?\[data-rrl-(?!scheme))/gm

/**
 * Makes `styles.unlayered.css` from `styles.css`, for hosts whose own reset is in no layer, such as Tailwind 3's preflight
 * or normalize.css. That reset wins over every layer, and even without one its `button { background: transparent }` would
 * win over rules that weigh nothing. So the layer goes, and each rule on a part weighs one attribute: a reset's element
 * rules lose, and a class of the host wins where it comes later. The weight is asked of the element itself, so each rule
 * has to end in a part: `[data-rrl-part='field'] > input` would no longer apply.
 *
 * @param css Formatted, so that a selector begins its line.
 * @throws Error where the sheet is not one layer after its comment, since half of it would look like a whole one.
 */
export function unlayer(css: string): string {
  const [layer, rules] = wrapper.exec(css) ?? []
  if (layer === undefined || rules === undefined || !css.endsWith(layer))
    throw new Error('styles.css is no longer one `@layer rrl { … }` after its opening comment.')
  const comment = css.slice(0, -layer.length)
  return comment + rules.replace(/^ {2}/gm, '').replace(onPart, '$1[data-rrl-part]:where(')
}
