import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** How a copy compares with the new recovery code. */
export type RetypeResult =
  | { readonly verdict: 'same' | 'old-code' | 'unreadable' }
  /** `group`: the first displayed group that differs, counted from 1. */
  | { readonly verdict: 'different'; readonly group: number }
  /** What is there is right; `missing` characters at the end are not. */
  | { readonly verdict: 'too-short'; readonly missing: number }

/**
 * Compares a copy with the new code, on this page alone. Takes what the prompt takes: the saved file, groups, lower case.
 *
 * @param text What was typed, pasted or read from the saved file.
 * @param oldCode The spent code, where it is known: giving it back is the likeliest mistake.
 */
export function compareRecoveryCode(
  text: string,
  newCode: string,
  oldCode: string | undefined,
  format: RecoveryCodeFormat,
): RetypeResult {
  const given = normalizeRecoveryCode(text, format)
  const wanted = normalizeRecoveryCode(newCode, format)
  if (given === wanted) return { verdict: 'same' }
  // Twice as much and no code that stands out: some other text or file.
  if (given === '' || given.length > 2 * wanted.length) return { verdict: 'unreadable' }
  if (oldCode && given === normalizeRecoveryCode(oldCode, format)) return { verdict: 'old-code' }
  if (wanted.startsWith(given))
    return { verdict: 'too-short', missing: wanted.length - given.length }
  const firstDifferent = [...given].findIndex((character, index) => character !== wanted[index])
  // If all of it is right and more follows, the last group is the one to look at.
  const group = Math.floor(Math.min(firstDifferent, wanted.length - 1) / format.groupSize)
  return { verdict: 'different', group: group + 1 }
}
