import { englishLabels } from './english-labels.ts'
import type { Labels } from './labels.ts'

/** `false`, put in by a bundler's `define`, leaves the English dictionary out of an app that brings its own. */
declare const RECOVERY_LOGIN_ENGLISH: boolean | undefined

/**
 * What a text is taken from that a dictionary does not have. A build without English promises a whole dictionary: what it
 * lacks is missing, which no screen fails at.
 */
export const fallbackLabels: Labels =
  // `typeof`, since nothing defines the name in most apps. A bundler drops what the condition then never leads to.
  typeof RECOVERY_LOGIN_ENGLISH === 'undefined' || RECOVERY_LOGIN_ENGLISH
    ? englishLabels
    : ({} as Labels)
