import { normalizeRecoveryCode } from './normalize-recovery-code.ts'
import { auth0RecoveryCodeFormat, type RecoveryCodeFormat } from './recovery-code-format.ts'

/** What a text looks like as a recovery code. Holds the code: keep it out of logs. */
export interface RecoveryCodeInspection {
  /** What would be sent. */
  readonly code: string
  /** How many characters of the code were found: the 20 of "20 of 24". */
  readonly characters: number
  /** `one-time-code`: six digits, as an authenticator app or a text message gives. */
  readonly verdict: 'empty' | 'too-short' | 'complete' | 'too-long' | 'one-time-code'
  /** The 0, O, 1, I and L in it that this issuer never uses. Only advice: nothing is corrected. */
  readonly lookAlikes: readonly string[]
}

const LOOK_ALIKES = ['0', 'O', '1', 'I', 'L']

/**
 * Judges a text before it is sent, because a failed attempt costs one of ten an hour and this costs nothing. Only
 * advice: an unusual code can still be sent.
 *
 * @param text Whatever the person entered.
 * @param format Default {@link auth0RecoveryCodeFormat}.
 */
export function inspectRecoveryCode(
  text: string,
  format: RecoveryCodeFormat = auth0RecoveryCodeFormat,
): RecoveryCodeInspection {
  const code = normalizeRecoveryCode(text, format)
  const characters = [...code].length
  return {
    code,
    characters,
    verdict: verdict(code, characters, format.length),
    lookAlikes: LOOK_ALIKES.filter(
      (character) => code.includes(character) && !format.alphabet.includes(character),
    ),
  }
}

function verdict(
  code: string,
  characters: number,
  length: number,
): RecoveryCodeInspection['verdict'] {
  if (characters === 0) return 'empty'
  if (characters === length) return 'complete'
  if (/^\d{6}$/.test(code)) return 'one-time-code'
  return characters < length ? 'too-short' : 'too-long'
}
