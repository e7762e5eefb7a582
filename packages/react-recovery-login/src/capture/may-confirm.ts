import type { CaptureState } from './capture-state.ts'

/** What the person has to do before they can continue. */
export type ConfirmBy =
  /** Tick that the code is saved. */
  | 'checkbox'
  /** Copy, download, print or share it. */
  | 'action'
  /** Enter it from the copy. */
  | 'retype'
  /** Just press Continue. */
  | 'continue'

/** What the gate checks. */
export interface Captured extends Pick<CaptureState, 'ticked' | 'retype' | 'evidence'> {
  /** The code was really on screen. */
  readonly shown: boolean
}

/**
 * May the person continue? Only if the code was really shown.
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
