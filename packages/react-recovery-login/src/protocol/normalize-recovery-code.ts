import { auth0RecoveryCodeFormat, type RecoveryCodeFormat } from './recovery-code-format.ts'

/** A downloaded file is well under this; more would only slow down each keystroke. */
const LONGEST_TEXT = 20_000
/** Separators between groups: white space, zero-width and soft characters, any dash, dot, underscore, slash. */
const BETWEEN = String.raw`[\s\p{Cf}\p{Pd}\u2212._/]+`
const NOT_A_CHARACTER = /[^\p{L}\p{N}]/gu
/** Plain typing, the fast path of each keystroke: up to the length of a code there is nothing to pick out. */
const PLAIN = /^[A-Za-z0-9 -]*$/
/** "1: CODE", "2. CODE", "3) CODE" in a list of codes. */
const LIST_PREFIX = /^\s*\d{1,2}[.:)]\s/u

/**
 * Picks the code out of whatever was typed, pasted or dropped, as it is sent: upper case, only letters and digits.
 * Accepts a whole downloaded file, list prefixes, quotes, a trailing full stop, non-breaking and zero-width spaces, any
 * dash, full-width letters and line breaks. If it finds no run of the format's length, or two, it keeps all letters and
 * digits and guesses nothing; look-alike characters are never replaced. Idempotent. Reads the first 20,000 characters.
 *
 * @param text Whatever the person entered.
 * @param format Default {@link auth0RecoveryCodeFormat}.
 * @see NIST SP 800-63B-4 §3.1.1.2 (paste allowed, white space may be trimmed)
 */
export function normalizeRecoveryCode(
  text: string,
  format: RecoveryCodeFormat = auth0RecoveryCodeFormat,
): string {
  const typed = PLAIN.test(text) ? text.toUpperCase().replaceAll(/[ -]/g, '') : undefined
  if (typed !== undefined && typed.length <= format.length) return typed
  const flat = text.slice(0, LONGEST_TEXT).normalize('NFKC').toUpperCase()
  const lines = codeLines(flat, format)
  const [code, ...others] = new Set(lines.length > 0 ? lines : runs(flat, format))
  return code === undefined || others.length > 0 ? kept(flat) : code
}

function kept(text: string): string {
  // Again: upper-casing can decompose, and Hangul jamo compose once the separators between them are gone.
  return text.replace(LIST_PREFIX, '').replace(NOT_A_CHARACTER, '').normalize('NFKC')
}

/**
 * The lines that hold a code and nothing else. They win over the rest: the account above the code in a saved file may
 * be an Auth0 user id, whose last part is also 24 characters long. Unbroken codes and the format's own groups come
 * first: a heading or date may have as many letters as a code, but not in such groups. Grouped in any other way, a code
 * must use the alphabet only ("Recovery code for Example Co" has 24 letters).
 */
function codeLines(text: string, format: RecoveryCodeFormat): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]/)
  const whole = lines.filter((line) => runs(line, format)[0] === kept(line))
  if (whole.length > 0) return whole.map(kept)
  const known = new RegExp(`^[${format.alphabet}]{${format.length}}$`)
  return lines.map(kept).filter((line) => known.test(line))
}

/** Codes among other words. One group too many is ambiguous ("SAVE K6LG …"), so it doesn't match. */
function runs(text: string, { length, alphabet, groupSize }: RecoveryCodeFormat): string[] {
  const group = `[${alphabet}]{${groupSize}}`
  const run = `(?:[A-Z0-9]{${length}}|${group}(?:${BETWEEN}${group})*)`
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${run}(?![\p{L}\p{N}])`, 'gu')
  return Array.from(text.matchAll(whole), ([found]) => kept(found)).filter(
    (code) => code.length === length,
  )
}
