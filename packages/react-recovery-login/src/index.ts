export {
  ChallengeMessage,
  type ChallengeMessagePart,
  type ChallengeMessageProps,
} from './components/challenge-message.tsx'
export {
  NewRecoveryCodeNotice,
  type NewRecoveryCodeNoticePart,
  type NewRecoveryCodeNoticeProps,
} from './components/new-recovery-code-notice.tsx'
export {
  RecoveryCodeChallenge,
  type RecoveryCodeChallengePart,
  type RecoveryCodeChallengeProps,
} from './components/recovery-code-challenge.tsx'
export {
  RecoveryCodeForm,
  type RecoveryCodeFormPart,
  type RecoveryCodeFormProps,
} from './components/recovery-code-form.tsx'
export {
  SaveConfirmation,
  type SaveConfirmationPart,
  type SaveConfirmationProps,
} from './components/save-confirmation.tsx'
export type { Slots } from './components/styled-props.ts'
export * from './headless.ts'
