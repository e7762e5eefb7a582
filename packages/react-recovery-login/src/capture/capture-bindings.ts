import { resolveLabels } from '../labels/resolve-labels.ts'
import { auth0RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureState } from './capture-state.ts'
import type { CaptureHost, CaptureStore } from './create-capture.ts'
import { mayConfirm } from './may-confirm.ts'
import type {
  CaptureOccasion,
  NewRecoveryCodeNoticeBinding,
} from './new-recovery-code-notice-binding.ts'
import { fileNameOf, offered } from './save.ts'
import type { Finishing } from '../host/finishing.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { unmaskNow } from './unmask-now.ts'

/** The complete props of both components. */
export interface Capture {
  readonly notice: NewRecoveryCodeNoticeBinding
  readonly confirmation: SaveConfirmationBinding
}

/** What holds a capture and completes it: a sign-in or an enrolment page. */
export interface CaptureHolder extends CaptureHost {
  /** Changes with the code. */
  readonly turn: number
  readonly occasion: CaptureOccasion
  readonly late: boolean
  readonly finishing: Finishing
  /** The host's last step, behind the holder's lock. */
  readonly onConfirm: () => void
}

/** A capture as its components' props. */
export function captureBindings(
  capture: CaptureStore,
  state: CaptureState,
  holder: CaptureHolder,
): Capture {
  const { newRecoveryCode, issuedAt } = capture
  const { occasion, late, site, account, labels, turn, finishing } = holder
  const { format = auth0RecoveryCodeFormat, confirmBy = 'checkbox' } = holder
  const { masked, lastAttempt, evidence, asking, ticked, retype, blocked } = state
  const failedCopy = lastAttempt?.action === 'copy' && lastAttempt.result === 'failed'
  return {
    notice: {
      newRecoveryCode: newRecoveryCode.reveal(),
      occasion,
      late,
      issuedAt,
      format,
      masked,
      copyFailed: failedCopy ? lastAttempt : undefined,
      site,
      account,
      labels,
      onShown: capture.shown,
      onCopied: () => capture.copiedByHand(holder),
      onUnmask: () => capture.mask(false),
    },
    confirmation: {
      turn,
      confirmBy,
      occasion,
      issuedAt,
      format,
      // No code, nothing to save: don't offer a file without one.
      offers: newRecoveryCode.reveal() === '' ? [] : offered(holder),
      evidence,
      asking,
      fileName: fileNameOf(holder, issuedAt, resolveLabels(labels)),
      lastAttempt,
      ticked,
      retype,
      ready: mayConfirm(confirmBy, { ...state, shown: true }),
      blocked,
      finishing,
      labels,
      onAction: (action) => capture.save(action, holder, () => unmaskNow(capture)),
      onAsked: (saved) => capture.answer(saved, holder),
      onTick: capture.tick,
      onRetype: (text) => capture.retype(text, format),
      onMask: () => capture.mask(true),
      onConfirm() {
        const confirmed = finishing !== 'running' && capture.confirm(holder)
        if (confirmed) holder.onConfirm()
        return confirmed
      },
    },
  }
}
