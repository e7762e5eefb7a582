import { auth0RecoveryCodeFormat, type RecoveryCodeFormat } from './recovery-code-format.ts'

/** A whole downloaded file is well under this; more would only cost time at each keystroke. */
const LONGEST_TEXT = 20_000
/** What stands between the groups of a code: white space, zero-width and soft characters, any dash, dot, underscore, slash. */
const BETWEEN = String.raw`[\s\p{Cf}\p{Pd}\u2212._/]+`
const NOT_A_CHARACTER = /[^\p{L}\p{N}]/gu
/** What people type, at each keystroke: there is nothing to pick out of it while it is no longer than a code. */
const PLAIN = /^[A-Za-z0-9 -]*$/
/** "1: CODE", "2. CODE", "3) CODE" in a list of codes. */
const LIST_PREFIX = /^\s*\d{1,2}[.:)]\s/u

/**
 * What is sent: the code's run picked out of whatever was typed, pasted or dropped, upper case, letters and digits
 * alone. Takes a whole downloaded file, list prefixes, quotes, a trailing full stop, non-breaking and zero-width
 * spaces, any dash, full-width letters and line breaks. Where no run of the format's length stands out, or two do, all
 * letters and digits are kept and nothing is guessed; look-alike characters are never replaced. Normalising twice
 * changes nothing. Reads the first 20,000 characters.
 *
 * @param text Whatever the person gave.
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
  const lines = linesOfTheirOwn(flat, format)
  const [code, ...others] = new Set(lines.length > 0 ? lines : runs(flat, format))
  return code === undefined || others.length > 0 ? kept(flat) : code
}

function kept(text: string): string {
  // Once more: upper-casing can decompose, and the parts of a Hangul syllable join when what stood between them is gone.
  return text.replace(LIST_PREFIX, '').replace(NOT_A_CHARACTER, '').normalize('NFKC')
}

/**
 * The lines that are a code and nothing else, before the rest is looked at: the account above it in a saved file may be
 * an Auth0 user id, whose last part is 24 characters long, too. Unbroken or in the format's own groups comes first: the
 * heading or the date of a saved file may have as many letters as a code, but not in such groups. Broken in another way
 * it must be of the alphabet ("Recovery code for Example Co" has 24 letters).
 */
function linesOfTheirOwn(text: string, format: RecoveryCodeFormat): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]/)
  const whole = lines.filter((line) => runs(line, format)[0] === kept(line))
  if (whole.length > 0) return whole.map(kept)
  const known = new RegExp(`^[${format.alphabet}]{${format.length}}$`)
  return lines.map(kept).filter((line) => known.test(line))
}

/** Codes amid other words. One group too many is ambiguous ("SAVE K6LG …"), so it is left alone. */
function runs(text: string, { length, alphabet, groupSize }: RecoveryCodeFormat): string[] {
  const group = `[${alphabet}]{${groupSize}}`
  const run = `(?:[A-Z0-9]{${length}}|${group}(?:${BETWEEN}${group})*)`
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${run}(?![\p{L}\p{N}])`, 'gu')
  return Array.from(text.matchAll(whole), ([found]) => kept(found)).filter(
    (code) => code.length === length,
  )
}
