export { confirmHeldAnswer } from './protocol/confirm-held-answer.ts'
export {
  inspectRecoveryCode,
  type RecoveryCodeInspection,
} from './protocol/inspect-recovery-code.ts'
export {
  listAuthenticators,
  type Authenticator,
  type ListAuthenticatorsRequest,
} from './protocol/list-authenticators.ts'
export { normalizeRecoveryCode } from './protocol/normalize-recovery-code.ts'
export { readMfaRequired, type MfaRequired } from './protocol/read-mfa-required.ts'
export { readVerification, type TokenSet, type Verification } from './protocol/read-verification.ts'
export {
  RecoveryCodeError,
  type RecoveryCodeErrorCode,
  type RecoveryCodeErrorJson,
} from './protocol/recovery-code-error.ts'
export {
  auth0RecoveryCodeFormat,
  type RecoveryCodeFormat,
} from './protocol/recovery-code-format.ts'
export type {
  DirectTransport,
  HandlerTransport,
  RecoveryCodeTransport,
} from './protocol/transport.ts'
export { RECOVERY_CODE_GRANT_TYPE } from './protocol/send-recovery-code.ts'
export {
  verifyRecoveryCode,
  type VerifyRecoveryCodeRequest,
} from './protocol/verify-recovery-code.ts'
