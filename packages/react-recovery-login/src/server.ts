export {
  listAuthenticators,
  type Authenticator,
  type ListAuthenticatorsRequest,
} from './protocol/list-authenticators.ts'
export { readMfaRequired, type MfaRequired } from './protocol/read-mfa-required.ts'
export type { TokenSet } from './protocol/read-verification.ts'
export {
  RecoveryCodeError,
  type RecoveryCodeErrorCode,
  type RecoveryCodeErrorJson,
} from './protocol/recovery-code-error.ts'
export type { AnswerStore } from './server/answer-store.ts'
export {
  createHeldAnswers,
  type HeldAnswers,
  type HeldAnswersEvent,
  type HeldAnswersOptions,
} from './server/create-held-answers.ts'
export {
  createRecoveryCodeHandler,
  type RecoveryCodeHandler,
} from './server/create-recovery-code-handler.ts'
export {
  createSignInCookie,
  type SignInCookie,
  type SignInCookieOptions,
  type StartedSignIn,
} from './server/create-sign-in-cookie.ts'
export { memoryAnswers } from './server/memory-answers.ts'
export type { SealingSecret } from './server/secrets.ts'
export type { HostCallback, RecoveryCodeHandlerEvent } from './server/host-callbacks.ts'
export type { RecoveryCodeHandlerOptions } from './server/recovery-code-handler-options.ts'
export type { RequestRefusal } from './server/refuse-request.ts'
