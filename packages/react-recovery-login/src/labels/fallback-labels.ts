import { englishLabels } from './english-labels.ts'
import type { Labels } from './labels.ts'

declare global {
  /** `false`, put in by a bundler's `define`, leaves the English dictionary out of an app that brings its own. */
  var __RECOVERY_LOGIN_ENGLISH__: boolean | undefined
}

/**
 * What a text is taken from that a dictionary does not have. A build without English promises a whole dictionary: what it
 * lacks is missing, which no screen fails at.
 */
export const fallbackLabels: Labels =
  // Not `globalThis.…`: a bundler replaces the bare name, and `typeof` is for pages where nothing did.
  typeof __RECOVERY_LOGIN_ENGLISH__ === 'undefined' || __RECOVERY_LOGIN_ENGLISH__
    ? englishLabels
    : ({} as Labels)
