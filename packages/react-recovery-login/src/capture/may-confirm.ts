import type { CaptureState } from './capture-state.ts'

/** What the person has to do before they can go on. */
export type ConfirmBy =
  /** Tick that the code is saved. */
  | 'checkbox'
  /** Copy, download, print or share it. */
  | 'action'
  /** Give it back from the copy. */
  | 'retype'
  /** Nothing but press Continue. */
  | 'continue'

/** What the gate looks at. */
export interface Captured extends Pick<CaptureState, 'ticked' | 'retype' | 'evidence'> {
  /** The code was really on screen. */
  readonly shown: boolean
}

/**
 * May the person go on? Only after a code that was really shown.
 *
 * @see OWASP ASVS 5.0, 7.6.2 (no session without the person's explicit act)
 */
export function mayConfirm(confirmBy: ConfirmBy, captured: Captured): boolean {
  if (!captured.shown) return false
  switch (confirmBy) {
    case 'checkbox':
      return captured.ticked
    case 'action':
      return captured.evidence.length > 0
    case 'retype':
      return captured.retype?.verdict === 'same'
    case 'continue':
      return true
  }
}
