import { auth0RecoveryCodeFormat, type RecoveryCodeFormat } from './recovery-code-format.ts'

/** A whole downloaded file is well under this; more would only cost time at each keystroke. */
const LONGEST_TEXT = 20_000
/** What stands between the groups of a code: white space, zero-width and soft characters, any dash, dot, underscore. */
const BETWEEN = String.raw`[\s\p{Cf}\p{Pd}._]+`
const NOT_A_CHARACTER = /[^\p{L}\p{N}]+/gu
/** "1: CODE", "2. CODE", "3) CODE" in a list of codes. */
const LIST_PREFIX = /^\s*\d{1,2}[.:)]\s+/u

/**
 * What is sent: the code's run picked out of whatever was typed, pasted or dropped, upper case, letters and digits
 * alone. Takes a whole downloaded file, list prefixes, quotes, a trailing full stop, non-breaking and zero-width
 * spaces, any dash, full-width letters and line breaks. Where no run of the format's length stands out, all letters
 * and digits are kept and nothing is guessed; look-alike characters are never replaced. Normalising twice changes
 * nothing.
 *
 * @param text Whatever the person gave.
 * @param format Default {@link auth0RecoveryCodeFormat}.
 * @see NIST SP 800-63B-4 §3.1.1.2 (paste allowed, white space may be trimmed)
 */
export function normalizeRecoveryCode(
  text: string,
  format: RecoveryCodeFormat = auth0RecoveryCodeFormat,
): string {
  // Upper-casing can decompose (ŉ → ʼN), hence the second normalisation.
  const flat = text.slice(0, LONGEST_TEXT).normalize('NFKC').toUpperCase().normalize('NFKC')
  return (
    unbrokenRun(flat, format) ?? lineOfItsOwn(flat, format) ?? groups(flat, format) ?? kept(flat)
  )
}

function kept(text: string): string {
  return text.replace(LIST_PREFIX, '').replace(NOT_A_CHARACTER, '')
}

function unbrokenRun(text: string, { length }: RecoveryCodeFormat): string | undefined {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])[A-Z0-9]{${length}}(?![\p{L}\p{N}])`, 'u').exec(
    text,
  )?.[0]
}

function lineOfItsOwn(text: string, { length }: RecoveryCodeFormat): string | undefined {
  const whole = new RegExp(`^[A-Z0-9]{${length}}$`)
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map(kept)
    .find((line) => whole.test(line))
}

/** A code broken over lines amid other words. One group too many is ambiguous ("SAVE K6LG …"), so it is left alone. */
function groups(text: string, { length, alphabet, groupSize }: RecoveryCodeFormat) {
  const group = `[${alphabet}]{${groupSize}}`
  const runs = text.matchAll(
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])${group}(?:${BETWEEN}${group})*(?![\p{L}\p{N}])`,
      'gu',
    ),
  )
  return [...runs].map(([run]) => kept(run)).find((run) => run.length === length)
}
