import { englishLabels } from './english-labels.ts'
import type { Labels } from './labels.ts'

/** `false`, set by a bundler's `define`, leaves the English dictionary out of an app that has its own. */
declare const RECOVERY_LOGIN_ENGLISH: boolean | undefined

/**
 * Supplies the texts that a dictionary lacks. A build without English promises a complete dictionary: what it lacks
 * stays missing, but no screen fails.
 */
export const fallbackLabels: Labels =
  // `typeof`, since most apps don't define the name. A bundler drops the branch that is never taken.
  typeof RECOVERY_LOGIN_ENGLISH === 'undefined' || RECOVERY_LOGIN_ENGLISH
    ? englishLabels
    : ({} as Labels)
