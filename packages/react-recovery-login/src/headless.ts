export { browserPlatform } from './capture/browser-platform.ts'
export type { CaptureAction, CaptureEvidence } from './capture/capture-actions.ts'
export type { Capture } from './capture/capture-bindings.ts'
export type { CaptureContext, CaptureEvent, CaptureOptions } from './capture/capture-options.ts'
export type { ActionResult, CaptureFile, CapturePlatform } from './capture/capture-platform.ts'
export type { RetypeResult } from './capture/compare-recovery-code.ts'
export type { ConfirmBy } from './capture/may-confirm.ts'
export type {
  CaptureAttempt,
  CaptureOccasion,
  NewRecoveryCodeNoticeBinding,
} from './capture/new-recovery-code-notice-binding.ts'
export type { SaveConfirmationBehaviour } from './capture/save-confirmation-behaviour.ts'
export type { SaveConfirmationBinding } from './capture/save-confirmation-binding.ts'
export type { SaveAlert } from './capture/save-message.ts'
export {
  useNewRecoveryCodeNotice,
  type NewRecoveryCodeNoticeBehaviour,
} from './capture/use-new-recovery-code-notice.ts'
export {
  useRecoveryCodeCapture,
  type RecoveryCodeCaptureOptions,
} from './capture/use-recovery-code-capture.ts'
export { useSaveConfirmation } from './capture/use-save-confirmation.ts'
export type { ChallengeEvent, ChallengeOptions } from './challenge/challenge-options.ts'
export type { Challenge, Step } from './challenge/challenge.ts'
export type { Completion } from './challenge/recovery-flow.ts'
export {
  useRecoveryCodeAvailability,
  type Availability,
  type AvailabilityRequest,
} from './challenge/use-recovery-code-availability.ts'
export { discardAll } from './challenge/flow-registry.ts'
export { useRecoveryCodeChallenge } from './challenge/use-recovery-code-challenge.ts'
export { englishLabels } from './labels/english-labels.ts'
export { fillLabel } from './labels/fill-label.ts'
export type {
  CheckedLabels,
  FilledLabel,
  LabelPlace,
  Labels,
  LabelValues,
  PartialLabels,
  PluralLabel,
} from './labels/labels.ts'
export { resolveLabels } from './labels/resolve-labels.ts'
export { splitMarkedRun, type MarkedText } from './labels/split-marked-run.ts'
export type {
  ChallengeMessageBinding,
  StartAgainReason,
  UnavailableReason,
} from './message/challenge-message-binding.ts'
export type { ChallengeMessageContent } from './message/challenge-message-content.ts'
export {
  useChallengeMessage,
  type ChallengeMessageBehaviour,
} from './message/use-challenge-message.ts'
export type { FormMessage, HeldBack } from './prompt/form-message.ts'
export type { RecoveryCodeFormBinding } from './prompt/recovery-code-form-binding.ts'
export type { RecoveryCodeFormBehaviour } from './prompt/recovery-code-form-behaviour.ts'
export { useRecoveryCodeForm } from './prompt/use-recovery-code-form.ts'
export * from './protocol.ts'
