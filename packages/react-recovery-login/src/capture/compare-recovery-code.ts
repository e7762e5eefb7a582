import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** How a copy compares with the new recovery code. */
export type RetypeResult =
  | { readonly verdict: 'same' | 'old-code' | 'unreadable' }
  /** `group`: the first displayed group that differs, counted from 1. */
  | { readonly verdict: 'different'; readonly group: number }
  /** Correct, but the last `missing` characters are not there. */
  | { readonly verdict: 'too-short'; readonly missing: number }

/**
 * Compares a copy with the new code, locally. Accepts what the prompt does: the saved file, groups, lower case.
 *
 * @param text What was typed, pasted or read from the saved file.
 * @param oldCode The spent code, if known: entering it is the likeliest mistake.
 */
export function compareRecoveryCode(
  text: string,
  newCode: string,
  oldCode: string | undefined,
  format: RecoveryCodeFormat,
): RetypeResult {
  const copy = normalizeRecoveryCode(text, format)
  const expected = normalizeRecoveryCode(newCode, format)
  if (copy === expected) return { verdict: 'same' }
  // Too long, and no code was found in it: some other text or file.
  if (copy === '' || copy.length > 2 * expected.length) return { verdict: 'unreadable' }
  if (oldCode && copy === normalizeRecoveryCode(oldCode, format)) return { verdict: 'old-code' }
  if (expected.startsWith(copy))
    return { verdict: 'too-short', missing: expected.length - copy.length }
  const firstDifferent = [...copy].findIndex((character, index) => character !== expected[index])
  // If all of it is right but more follows, point at the last group.
  const group = Math.floor(Math.min(firstDifferent, expected.length - 1) / format.groupSize)
  return { verdict: 'different', group: group + 1 }
}
