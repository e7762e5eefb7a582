export {
  ChallengeMessage,
  type ChallengeMessagePart,
  type ChallengeMessageProps,
} from './message/challenge-message.tsx'
export {
  NewRecoveryCodeNotice,
  type NewRecoveryCodeNoticePart,
  type NewRecoveryCodeNoticeProps,
} from './capture/new-recovery-code-notice.tsx'
export {
  RecoveryCodeChallenge,
  type RecoveryCodeChallengePart,
  type RecoveryCodeChallengeProps,
} from './challenge/recovery-code-challenge.tsx'
export {
  RecoveryCodeForm,
  type RecoveryCodeFormPart,
  type RecoveryCodeFormProps,
} from './prompt/recovery-code-form.tsx'
export {
  SaveConfirmation,
  type SaveConfirmationPart,
  type SaveConfirmationProps,
} from './capture/save-confirmation.tsx'
export type { Slots } from './parts/styled-props.ts'
export * from './headless.ts'
